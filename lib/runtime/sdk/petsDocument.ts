/** Everything that a client has to be right about, as an OpenAPI document. For tests. */
export function petsDocument(backendUrl: string): object {
  const model = (name: string) => ({
    'application/json': { schema: { $ref: `#/components/schemas/${name}` } },
  });
  const text = { type: 'string' };
  const parameter = (place: string, name: string, required = false) => ({
    name,
    in: place,
    required,
    schema: text,
  });
  const method = (verb: string, path: string, part: object) => {
    const names = [...path.matchAll(/\{(\w+)\+?\}/g)].map(([, name = '']) => name);
    return {
      responses: { 200: { description: 'Fine', content: model('Pet') } },
      ...part,
      'x-amazon-apigateway-integration': {
        type: 'http_proxy',
        httpMethod: verb,
        uri: `${backendUrl}${path.replace('+', '')}`,
        requestParameters: Object.fromEntries(
          names.map((name) => [`integration.request.path.${name}`, `method.request.path.${name}`]),
        ),
      },
    };
  };
  return {
    openapi: '3.0.1',
    info: { title: 'Pets', version: '1' },
    paths: {
      '/pets': {
        get: method('GET', '/pets', {
          security: [{ key: [] }],
          parameters: [
            parameter('query', 'type', true),
            parameter('query', 'page'),
            parameter('header', 'X-Trace'),
          ],
        }),
        post: method('POST', '/pets', { requestBody: { content: model('Pet') }, operationId: 'CreatePet' }),
      },
      '/pets/{petId}': {
        get: method('GET', '/pets/{petId}', { parameters: [parameter('path', 'petId', true)] }),
      },
      '/files/{proxy+}': {
        put: method('PUT', '/files/{proxy+}', {
          parameters: [parameter('path', 'proxy', true)],
          security: [{ sigv4: [] }],
        }),
      },
      '/closed/{name}': {
        get: method('GET', '/closed/{name}', {
          parameters: [parameter('path', 'name', true), parameter('query', 'q')],
          security: [{ sigv4: [] }],
        }),
      },
    },
    components: {
      schemas: {
        Pet: {
          type: 'object',
          required: ['name'],
          properties: {
            id: { type: 'integer' },
            name: text,
            owner: { $ref: '#/components/schemas/Owner' },
            tags: { type: 'array', items: text },
            'is-sold': { type: 'boolean' },
            class: text,
            seen: { type: 'object', additionalProperties: text },
          },
        },
        Owner: {
          type: 'object',
          properties: { name: text, pets: { type: 'array', items: { $ref: '#/components/schemas/Pet' } } },
        },
      },
      securitySchemes: {
        key: { type: 'apiKey', name: 'x-api-key', in: 'header' },
        sigv4: {
          type: 'apiKey',
          name: 'Authorization',
          in: 'header',
          'x-amazon-apigateway-authtype': 'awsSigv4',
        },
      },
    },
  };
}
