import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { importOpenApi } from './index';

const corpus = (name: string) => readFileSync(new URL(`./corpus/${name}`, import.meta.url), 'utf8');
const document = (members: object, path = '/a', operation: object = {}) =>
  JSON.stringify({
    openapi: '3.0.1',
    info: { title: 'T', version: '1' },
    paths: { [path]: { get: { responses: {}, ...operation } } },
    ...members,
  });
const methodOf = (text: string, path = '/a', verb = 'GET') => {
  const found = importOpenApi(text).definition.resources.find((resource) => resource.path === path);
  return found?.resourceMethods[verb];
};
const pathsOf = (text: string, basepath: 'ignore' | 'prepend' | 'split') =>
  importOpenApi(text, { basepath }).definition.resources.map(({ path }) => path);

test('the report of a document of another kind of gateway names every field, with line and place', () => {
  const { warnings } = importOpenApi(corpus('uberLike.yaml'));
  expect(warnings.map(({ line, pointer }) => `${line} ${pointer}`)).toEqual([
    '6 /info/termsOfService',
    '7 /host',
    '8 /schemes',
    '9 /basePath',
    '12 /tags',
    '13 /security/0/server_token',
    '19 /paths/~1products~1',
    '24 /paths/~1products~1/get/parameters/1',
    '25 /paths/~1products~1/get/parameters/2',
    '30 /paths/~1products~1/get/responses/default',
    '32 /paths/~1products~1/post',
    '33 /paths/~1products~1/post/consumes',
    '34 /paths/~1products~1/post/parameters/0',
    '36 /paths/~1products~1/put',
    '39 /paths/~1products~1/put/deprecated',
  ]);
  expect(warnings.every(({ message }) => /^["A-Z].*\.$/.test(message))).toBe(true);
});

test('a large report is cut off with the number of the rest', () => {
  const unknown = Object.fromEntries(Array.from({ length: 5100 }, (_, index) => [`k${index}`, index]));
  const { warnings } = importOpenApi(document(unknown));
  expect(warnings).toHaveLength(5001);
  expect(warnings.at(-1)?.message).toMatch(/^101 more fields are not honoured/);
});

describe('basepath (reference: /a/b/c + /e)', () => {
  const swagger = JSON.stringify({
    swagger: '2.0',
    basePath: '/a/b/c',
    info: { title: 'T', version: '1' },
    paths: { '/e': {} },
  });
  const servers = (server: object) => document({ servers: [server] }, '/e');
  const forms: [string, string][] = [
    ['Swagger basePath', swagger],
    ['path of the first server', servers({ url: 'https://x.example/a/b/c' })],
    ['relative server', servers({ url: '/a/b/c/' })],
    [
      'basePath variable',
      servers({ url: 'https://x.example/{basePath}', variables: { basePath: { default: 'a/b/c' } } }),
    ],
    ['other variable', servers({ url: 'https://x.example/a/{v}/c?x', variables: { v: { default: 'b' } } })],
  ];
  test.each(forms)('%s', (_, text) => {
    expect(pathsOf(text, 'ignore')).toEqual(['/', '/e']);
    expect(pathsOf(text, 'prepend')).toEqual(['/', '/a', '/a/b', '/a/b/c', '/a/b/c/e']);
    expect(pathsOf(text, 'split')).toEqual(['/', '/b', '/b/c', '/b/c/e']);
  });
  test('none', () => expect(pathsOf(document({}, '/e'), 'prepend')).toEqual(['/', '/e']));
});

describe('access is never more open than a scheme that this gateway knows asks for', () => {
  const access = (path: string) => {
    const method = methodOf(corpus('authorizers.json'), path);
    return [method?.authorizationType, method?.apiKeyRequired];
  };
  test.each([
    ['/iam', 'AWS_IAM', false],
    ['/custom', 'CUSTOM', true],
    ['/token', 'CUSTOM', false],
    ['/cognito', 'COGNITO_USER_POOLS', false],
    ['/oauth', 'NONE', false],
    ['/jwt', 'CUSTOM', false],
    ['/open', 'NONE', false],
  ])('%s', (path, authorizationType, apiKeyRequired) => {
    expect(access(path)).toEqual([authorizationType, apiKeyRequired]);
  });
  test('what is not checked is told', () => {
    const { warnings } = importOpenApi(corpus('authorizers.json'));
    expect(warnings.map(({ message }) => message)).toEqual([
      'A method has one authorizer: this one is not asked.',
      'Optional security is not supported: what is named besides is required.',
      'Scopes are checked with user pools only: this one is not kept.',
      expect.stringMatching(/^This scheme has no x-amazon-apigateway-authorizer/),
      'This security scheme is not checked by the gateway: only the backend can check it.',
      expect.stringMatching(/^Only HTTP APIs have JWT authorizers/),
      'Nothing in the document uses this, so it is not kept.',
    ]);
  });
});

describe('models', () => {
  const models = new Map(
    importOpenApi(corpus('circularModels.json')).definition.models.map(({ name, schema }) => [
      name,
      JSON.parse(schema),
    ]),
  );
  const address = (name: string) => `https://apigateway.amazonaws.com/restapis/{apiId}/models/${name}`;
  test('references are stored in the form of AWS, those into the model itself as they are there', () => {
    expect(models.get('Node')).toEqual({
      type: ['object', 'null'],
      properties: {
        label: { type: 'string' },
        inner: { $ref: '#/properties/label' },
        children: { type: 'array', items: { $ref: address('Node') } },
        owner: { $ref: address('Owner1') },
      },
    });
  });
  test('names are made alphanumeric, each once, references follow', () => {
    expect(models.get('Owner12')).toEqual({ $ref: address('Owner1') });
    expect(models.get('Animal').discriminator.mapping).toEqual({ cat: address('Cat'), tree: 'Node' });
  });
  test('what only looks like a reference stays as it is', () => {
    expect(models.get('postTreeResponse200').properties).toMatchObject({
      $ref: { type: 'string' },
      leaf: { $ref: `${address('Node')}#/properties/label` },
      nullable: { type: 'boolean' },
      example: { example: { $ref: '#/not/a/reference', nullable: true } },
    });
  });
});

test('an operation without integration is kept without one and told', () => {
  const { definition, warnings } = importOpenApi(corpus('lambda.yaml'));
  const methods = definition.resources.find(({ path }) => path === '/hello/{name}')?.resourceMethods;
  expect(methods?.DELETE).not.toHaveProperty('methodIntegration');
  const told = warnings.filter(({ message }) => message.includes('cannot be deployed until it has one'));
  expect(told.map(({ line }) => line)).toEqual([20]);
});

test('credentials are kept, on what calls no AWS service too, as AWS keeps them', () => {
  const { warnings } = importOpenApi(corpus('lambda.yaml'));
  expect(methodOf(corpus('lambda.yaml'), '/hello/{name}')?.methodIntegration).toMatchObject({
    type: 'AWS_PROXY',
    httpMethod: 'POST',
    uri: expect.stringContaining('function:hello/invocations'),
    credentials: 'arn:aws:iam::000000000000:role/hello',
  });
  expect(methodOf(corpus('lambda.yaml'), '/region')?.methodIntegration?.credentials).toMatch(
    /^arn:aws:iam::/,
  );
  expect(warnings.filter(({ pointer }) => pointer.endsWith('/credentials'))).toEqual([]);
});

test('request validators: parameters and bodies', () => {
  const { requestValidators, resources } = importOpenApi(corpus('lambda.yaml')).definition;
  const [validator] = requestValidators;
  expect(validator).toMatchObject({
    name: 'all',
    validateRequestParameters: true,
    validateRequestBody: true,
  });
  const region = resources.find(({ path }) => path === '/region');
  expect(region?.resourceMethods.GET?.requestValidatorId).toBe(validator?.id);
});

test.each<[rule: string, before: object, after: object]>([
  ['a number that excludes', { exclusiveMinimum: 5 }, { minimum: 5, exclusiveMinimum: true }],
  ['beside a stricter one', { minimum: 6, exclusiveMinimum: 5 }, { minimum: 6 }],
  ['beside a laxer one', { maximum: 6, exclusiveMaximum: 5 }, { maximum: 5, exclusiveMaximum: true }],
  ['draft 4 already', { minimum: 5, exclusiveMinimum: true }, { minimum: 5, exclusiveMinimum: true }],
  ['const', { const: 'a' }, { enum: ['a'] }],
  [
    'true and false as schemas',
    { properties: { a: true, b: false } },
    { properties: { a: {}, b: { not: {} } } },
  ],
  [
    'of lists',
    { anyOf: [true, { type: 'string' }], items: true },
    { anyOf: [{}, { type: 'string' }], items: {} },
  ],
  ['not where draft 4 has them', { additionalProperties: false }, { additionalProperties: false }],
  ['nothing required', { type: 'object', required: [] }, { type: 'object' }],
  [
    'a tuple',
    { prefixItems: [{ type: 'string' }, true], items: false },
    { items: [{ type: 'string' }, {}], additionalItems: { not: {} } },
  ],
  [
    'dependencies',
    { dependentRequired: { a: ['b'] }, dependentSchemas: { c: { required: ['d'] } } },
    { dependencies: { a: ['b'], c: { required: ['d'] } } },
  ],
  [
    'what counts beside a reference',
    { $ref: '#/components/schemas/B', required: ['x'], allOf: [{ $ref: '#/components/schemas/C' }] },
    {
      required: ['x'],
      allOf: [
        { $ref: 'https://apigateway.amazonaws.com/restapis/{apiId}/models/C' },
        { $ref: 'https://apigateway.amazonaws.com/restapis/{apiId}/models/B' },
      ],
    },
  ],
  [
    'what only describes beside a reference',
    { $ref: '#/components/schemas/B', description: 'x' },
    { $ref: 'https://apigateway.amazonaws.com/restapis/{apiId}/models/B', description: 'x' },
  ],
])('schemas of OpenAPI 3.1 become draft 4: %s', (_rule, before, after) => {
  const schemas = { A: before, B: { type: 'object' }, C: { type: 'object' } };
  const { definition, warnings } = importOpenApi(document({ openapi: '3.1.0', components: { schemas } }));
  const [model] = definition.models;
  expect(JSON.parse(model?.schema ?? '')).toEqual(after);
  expect(warnings.filter(({ pointer }) => pointer.startsWith('/components'))).toEqual([]);
});

test('keywords that draft 4 lacks are told, each at its place', () => {
  const A = { properties: { a: { if: { type: 'string' }, propertyNames: { maxLength: 3 } } } };
  const { warnings } = importOpenApi(document({ openapi: '3.1.0', components: { schemas: { A } } }));
  const place = '/components/schemas/A/properties/a';
  expect(warnings.map(({ pointer }) => pointer)).toEqual(
    expect.arrayContaining([`${place}/if`, `${place}/propertyNames`]),
  );
});

test('settings of the API and gateway responses are read, from 2.0, 3.0 and 3.1', () => {
  const settings = {
    'x-amazon-apigateway-binary-media-types': ['image/*', 'a/b'],
    'x-amazon-apigateway-minimum-compression-size': 0,
    'x-amazon-apigateway-api-key-source': 'HEADER',
    'x-amazon-apigateway-gateway-responses': {
      THROTTLED: { statusCode: 430 },
      DEFAULT_4XX: {
        responseParameters: { 'gatewayresponse.header.X': "'a'" },
        responseTemplates: { 'application/json': '{}' },
      },
    },
  };
  const read = {
    binaryMediaTypes: ['image/*', 'a/b'],
    minimumCompressionSize: 0,
    apiKeySource: 'HEADER',
    gatewayResponses: [
      {
        responseType: 'DEFAULT_4XX',
        responseParameters: { 'gatewayresponse.header.X': "'a'" },
        responseTemplates: { 'application/json': '{}' },
      },
      { responseType: 'THROTTLED', statusCode: '430', responseParameters: {}, responseTemplates: {} },
    ],
  };
  for (const version of [
    { swagger: '2.0', openapi: undefined },
    { openapi: '3.0.1' },
    { openapi: '3.1.0' },
  ]) {
    const { definition, warnings } = importOpenApi(document({ ...version, ...settings }));
    expect(definition).toMatchObject(read);
    expect(warnings.filter(({ pointer }) => pointer.startsWith('/x-'))).toEqual([]);
  }
});

test('every member of an integration is read', () => {
  const integration = {
    type: 'http_proxy',
    httpMethod: 'GET',
    uri: 'https://a.example',
    contentHandling: 'convert_to_text',
    cacheNamespace: 'a',
    cacheKeyParameters: ['method.request.querystring.q'],
    tlsConfig: { insecureSkipVerification: true },
    connectionType: 'VPC_LINK',
    connectionId: 'link01',
    responseTransferMode: 'STREAM',
    timeoutInMillis: 900_000,
    responses: { default: { statusCode: '200', contentHandling: 'CONVERT_TO_BINARY' } },
  };
  const text = document({}, '/a', { 'x-amazon-apigateway-integration': integration });
  const { warnings, places } = importOpenApi(text);
  expect(warnings).toEqual([]);
  const { type, contentHandling, responses, ...same } = integration;
  expect(methodOf(text)?.methodIntegration).toMatchObject({
    ...same,
    type: 'HTTP_PROXY',
    contentHandling: 'CONVERT_TO_TEXT',
    integrationResponses: { '200': { statusCode: '200', contentHandling: 'CONVERT_TO_BINARY' } },
  });
  expect(places.get('VPC link link01')?.pointer).toBe(
    '/paths/~1a/get/x-amazon-apigateway-integration/connectionId',
  );
});

test('parameters of the path item are taken, and replaced by an own one of the same place and name', () => {
  expect(
    methodOf(corpus('mappedHttp.yaml'), '/search/{index}/items/{itemId}', 'PUT')?.requestParameters,
  ).toEqual({
    'method.request.path.index': true,
    'method.request.path.itemId': true,
    'method.request.header.X-Trace': true,
    'method.request.querystring.q': false,
  });
});

test('variables of a path are required parameters although none are declared', () => {
  const operation = { responses: {}, 'x-amazon-apigateway-integration': { type: 'mock' } };
  const paths = { '/echo/{data}': { get: operation }, '/all/{rest+}': { get: operation } };
  const text = JSON.stringify({ openapi: '3.0.1', info: { title: 'T', version: '1' }, paths });
  const declared = (path: string) => methodOf(text, path)?.requestParameters;
  expect(declared('/echo/{data}')).toEqual({ 'method.request.path.data': true });
  expect(declared('/all/{rest+}')).toEqual({ 'method.request.path.rest': true });
});

test('a document without a version is an API without one, and told', () => {
  const { definition, warnings } = importOpenApi(document({ info: { title: 'T' } }));
  expect(definition).not.toHaveProperty('version');
  expect(warnings.map(({ pointer, message }) => `${pointer} ${message}`)).toContain(
    '/info "info.version" is missing: the API has no version.',
  );
});

test('a body that is written once for each media type, as AWS exports it, is one body', () => {
  const body = { in: 'body', name: 'Pet', required: true, schema: { type: 'object' } };
  const consumes = ['application/json', 'text/json'];
  const text = (...parameters: object[]) =>
    document({ swagger: '2.0', openapi: undefined }, '/a', { consumes, parameters });
  const read = importOpenApi(text(body, body));
  const at = '/paths/~1a/get/parameters';
  expect(read.warnings.filter(({ pointer }) => pointer.startsWith(at))).toEqual([]);
  expect(methodOf(text(body, body))?.requestModels).toEqual(methodOf(text(body))?.requestModels);
  expect(() => importOpenApi(text(body, { ...body, name: 'Dog' }))).toThrow(/at most one body parameter/);
});

test('the smallest integration gets the defaults of AWS', () => {
  const integration = { type: 'MOCK' };
  expect(
    methodOf(document({}, '/a', { 'x-amazon-apigateway-integration': integration }))?.methodIntegration,
  ).toEqual({
    type: 'MOCK',
    requestParameters: {},
    requestTemplates: {},
    passthroughBehavior: 'WHEN_NO_MATCH',
    timeoutInMillis: 29_000,
    integrationResponses: {},
  });
});

test('a parameter that is no text is left out and told of in the words of AWS', () => {
  const requestParameters = { 'integration.request.header.A': "'a'", 'integration.request.header.B': true };
  const text = document({}, '/a', { 'x-amazon-apigateway-integration': { type: 'MOCK', requestParameters } });
  expect(methodOf(text)?.methodIntegration?.requestParameters).toEqual({
    'integration.request.header.A': "'a'",
  });
  expect(importOpenApi(text).warnings).toEqual([
    {
      line: 1,
      pointer:
        '/paths/~1a/get/x-amazon-apigateway-integration/requestParameters/integration.request.header.B',
      message:
        "Invalid format for 'requestParameters'. Expected type string for property 'integration.request.header.B' of resource '/a' and method 'GET' but got 'true'",
      isOnAws: true,
    },
  ]);
});

test('a header of a response is declared, and not required', () => {
  const responses = { '200': { description: 'Fine', headers: { 'X-A': { schema: { type: 'string' } } } } };
  expect(methodOf(document({}, '/a', { responses }))?.methodResponses['200']?.responseParameters).toEqual({
    'method.response.header.X-A': false,
  });
});

test('a byte order mark, Windows line ends and tabs in JSON are no mistake', () => {
  const text = `\uFEFF${document({}).replaceAll(',', ',\r\n\t')}`;
  expect(importOpenApi(text).definition.name).toBe('T');
  expect(
    importOpenApi('\uFEFFswagger: "2.0"\r\ninfo: {title: T, version: "1"}\r\npaths: {}\r\n').definition.name,
  ).toBe('T');
});

test('one copied API shares no id with another', () => {
  const ids = () => importOpenApi(corpus('petStoreOas30.json')).definition.resources.map(({ id }) => id);
  expect(new Set([...ids(), ...ids()]).size).toBe(4);
});
