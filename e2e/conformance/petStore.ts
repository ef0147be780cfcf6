/** AWS's pet store, cut to one call, which goes to `url`. */
export function petStore(url: string): object {
  const integration = (path: string) => ({
    'x-amazon-apigateway-integration': {
      type: 'http_proxy',
      httpMethod: 'GET',
      uri: `${url}${path}`,
      requestParameters: { 'integration.request.path.petId': 'method.request.path.petId' },
    },
  });
  const parameters = [{ name: 'petId', in: 'path', required: true, schema: { type: 'string' } }];
  return {
    openapi: '3.0.1',
    info: { title: 'PetStore', version: '1.0' },
    paths: {
      '/pets/{petId}': {
        get: { parameters, responses: { 200: { description: 'A pet' } }, ...integration('/pets/{petId}') },
      },
    },
  };
}
