import {
  APIGatewayClient,
  CreateDeploymentCommand,
  CreateDocumentationVersionCommand,
  GetDeploymentsCommand,
  GetExportCommand,
  GetRestApiCommand,
  ImportRestApiCommand,
  UpdateStageCommand,
} from '@aws-sdk/client-api-gateway';
import { beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { testDoor } from '../../testing/testDoor';

/*
 * GetExport by AWS's own client. Recorded on AWS: order of members, `content` and `components` that are empty,
 * media types of templates, what plain exports show of authorizers and of ANY (API_GetExport; developer guide,
 * "Export a REST API", "Export documentation", "Test basic request validation").
 */
const kit = testDoor();
let client: APIGatewayClient;
let restApiId = '';
const authorizer =
  'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:000000000000:function:check/invocations';
const source = {
  openapi: '3.0.1',
  info: { title: 'Everything', description: 'All of it' },
  servers: [
    {
      url: 'https://elsewhere.example',
      'x-amazon-apigateway-endpoint-configuration': { disableExecuteApiEndpoint: true },
    },
  ],
  paths: {
    '/pets': {
      get: {
        operationId: 'GetPets',
        parameters: [
          { name: 'page', in: 'query', schema: { type: 'string' } },
          { name: 'X-Rate', in: 'header', required: true, schema: { type: 'string' } },
        ],
        responses: {
          200: {
            description: '200 response',
            headers: { 'X-Left': { schema: { type: 'string' } } },
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Pets' } } },
          },
          404: { description: '404 response' },
        },
        security: [{ check: [] }],
        'x-amazon-apigateway-request-validator': 'all',
        'x-amazon-apigateway-integration': {
          type: 'mock',
          requestTemplates: { 'text/plain': '{"statusCode": 200}' },
          responses: {
            default: { statusCode: '200', responseTemplates: { 'text/html': '<p>' } },
            '4..': { statusCode: '404' },
          },
        },
      },
    },
    '/{proxy+}': {
      'x-amazon-apigateway-any-method': {
        'x-amazon-apigateway-integration': {
          type: 'http_proxy',
          httpMethod: 'ANY',
          uri: 'https://backend.example',
        },
      },
    },
  },
  components: {
    schemas: { Pets: { title: 'All pets', type: 'array', items: { type: 'string' } } },
    securitySchemes: {
      check: {
        type: 'apiKey',
        name: 'X-Token',
        in: 'header',
        'x-amazon-apigateway-authtype': 'custom',
        'x-amazon-apigateway-authorizer': { type: 'token', authorizerUri: authorizer },
      },
    },
  },
  'x-amazon-apigateway-request-validators': {
    all: { validateRequestBody: true, validateRequestParameters: true },
  },
  'x-amazon-apigateway-gateway-responses': { THROTTLED: { statusCode: 430 } },
  'x-amazon-apigateway-binary-media-types': ['image/png'],
  'x-amazon-apigateway-minimum-compression-size': 10,
  'x-amazon-apigateway-policy': {
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*' },
    ],
  },
  'x-amazon-apigateway-documentation': {
    documentationParts: [
      {
        location: { type: 'API' },
        properties: { info: { description: 'As documented', 'x-team': 'shop' }, 'x-bar': 'api' },
      },
      {
        location: { type: 'METHOD', path: '/pets', method: 'GET' },
        properties: { description: 'All pets', 'x-example': 'e', foo: 'nowhere' },
      },
    ],
  },
};

beforeEach(async () => {
  client = new APIGatewayClient(kit.client());
  restApiId = await imported(source);
  await client.send(new CreateDeploymentCommand({ restApiId, stageName: 'prod' }));
});

async function imported(document: object): Promise<string> {
  const body = Buffer.from(JSON.stringify(document));
  const { id = '' } = await client.send(new ImportRestApiCommand({ body }));
  return id;
}

async function exported(exportType: string, extensions?: string, accepts?: string) {
  const parameters = extensions === undefined ? {} : { parameters: { extensions } };
  const answer = await client.send(
    new GetExportCommand({ restApiId, stageName: 'prod', exportType, accepts, ...parameters }),
  );
  const text = Buffer.from(answer.body ?? []).toString();
  return { ...answer, text, document: accepts === 'application/yaml' ? parse(text) : JSON.parse(text) };
}

type Document = Record<string, unknown>;
/** The value at a path of members. */
const at = (document: Document, ...path: string[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Document | undefined)?.[key], document);
const get = ['paths', '/pets', 'get'];
const placesOf = (type: string) => ({
  integration: [...get, 'x-amazon-apigateway-integration'],
  validator: [...get, 'x-amazon-apigateway-request-validator'],
  validators: ['x-amazon-apigateway-request-validators'],
  authorizer: [
    ...(type === 'swagger' ? ['securityDefinitions'] : ['components', 'securitySchemes']),
    'check',
    'x-amazon-apigateway-authorizer',
  ],
  settings: ['x-amazon-apigateway-binary-media-types'],
});

describe.each(['swagger', 'oas30'])('the extensions of %s', (type) => {
  test.each<[extensions: string | undefined, shown: string[]]>([
    [undefined, []],
    ['', []],
    ['postman', []],
    ['api-gateway', []],
    ['integrations', ['integration']],
    ['authorizers', ['authorizer']],
    ['validators', ['validator', 'validators']],
    ['documentation', []],
    ['integrations,authorizers', ['integration', 'authorizer']],
    ['integrations, authorizers,validators', ['integration', 'validator', 'validators', 'authorizer']],
    ['apigateway', ['integration', 'validator', 'validators', 'authorizer', 'settings']],
    ['apigateway,postman', ['integration', 'validator', 'validators', 'authorizer', 'settings']],
  ])('%s', async (extensions, shown) => {
    const { document } = await exported(type, extensions);
    const places = Object.entries(placesOf(type));
    const found = places.filter(([, path]) => at(document, ...path) !== undefined).map(([name]) => name);
    expect(found).toEqual(shown);
    // Whatever is chosen, AWS says how a scheme is authorized, and writes ANY and greedy paths as its own.
    const scheme = at(document, ...placesOf(type).authorizer.slice(0, -1));
    expect(scheme).toMatchObject({ name: 'X-Token', 'x-amazon-apigateway-authtype': 'custom' });
    expect(at(document, 'paths', '/{proxy+}', 'x-amazon-apigateway-any-method')).toBeDefined();
  });
});

const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

test('Swagger 2.0 is written as AWS writes it', async () => {
  const { document, text } = await exported('swagger');
  expect(Object.keys(document)).toEqual([
    'swagger',
    'info',
    'host',
    'basePath',
    'schemes',
    'paths',
    'securityDefinitions',
    'definitions',
  ]);
  expect(Object.keys(document.info)).toEqual(['description', 'version', 'title']);
  expect(document).toMatchObject({ swagger: '2.0', basePath: '/prod', schemes: ['http'] });
  expect(document.host).toContain(restApiId);
  const operation = at(document, ...get);
  expect(operation).toEqual({
    operationId: 'GetPets',
    consumes: ['text/plain'],
    produces: ['application/json', 'text/html'],
    parameters: [
      { name: 'X-Rate', in: 'header', required: true, type: 'string' },
      { name: 'page', in: 'query', required: false, type: 'string' },
    ],
    responses: {
      200: {
        description: '200 response',
        schema: { $ref: '#/definitions/Pets' },
        headers: { 'X-Left': { type: 'string' } },
      },
      404: { description: '404 response' },
    },
    security: [{ check: [] }],
  });
  expect(text.indexOf('"schema"')).toBeLessThan(text.indexOf('"headers"'));
  expect(at(document, 'paths', '/{proxy+}')).toEqual({
    'x-amazon-apigateway-any-method': {
      parameters: [{ name: 'proxy', in: 'path', required: true, type: 'string' }],
      responses: {},
    },
  });
  expect(document.definitions).toEqual({
    Pets: { title: 'All pets', type: 'array', items: { type: 'string' } },
  });
});

test('OpenAPI 3.0 is written as AWS writes it', async () => {
  const { document } = await exported('oas30');
  expect(Object.keys(document)).toEqual(['openapi', 'info', 'servers', 'paths', 'components']);
  expect(Object.keys(document.info)).toEqual(['title', 'description', 'version']);
  expect(document.openapi).toBe('3.0.1');
  expect(document.servers).toEqual([
    { url: expect.stringMatching(/\/\{basePath\}$/), variables: { basePath: { default: 'prod' } } },
  ]);
  expect(at(document, ...get)).toEqual({
    operationId: 'GetPets',
    parameters: [
      { name: 'X-Rate', in: 'header', required: true, schema: { type: 'string' } },
      { name: 'page', in: 'query', schema: { type: 'string' } },
    ],
    responses: {
      200: {
        description: '200 response',
        headers: { 'X-Left': { schema: { type: 'string' } } },
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Pets' } } },
      },
      404: { description: '404 response', content: {} },
    },
    security: [{ check: [] }],
  });
  expect(at(document, 'paths', '/{proxy+}')).toEqual({
    'x-amazon-apigateway-any-method': {
      parameters: [{ name: 'proxy', in: 'path', required: true, schema: { type: 'string' } }],
    },
  });
});

test('an API without models and schemes has empty components', async () => {
  const { components: _c, ...bare } = source;
  restApiId = await imported({ ...bare, paths: { '/{proxy+}': source.paths['/{proxy+}'] } });
  await client.send(new CreateDeploymentCommand({ restApiId, stageName: 'prod' }));
  expect((await exported('oas30')).document.components).toEqual({});
  expect(Object.keys((await exported('swagger')).document)).not.toContain('definitions');
});

test('what is of the API itself', async () => {
  const { document } = await exported('oas30', 'apigateway');
  expect(document).toMatchObject({
    'x-amazon-apigateway-gateway-responses': { THROTTLED: { statusCode: 430 } },
    'x-amazon-apigateway-binary-media-types': ['image/png'],
    'x-amazon-apigateway-minimum-compression-size': 10,
    'x-amazon-apigateway-policy': { Version: '2012-10-17' },
    servers: [{ 'x-amazon-apigateway-endpoint-configuration': { disableExecuteApiEndpoint: true } }],
  });
  expect((await exported('swagger', 'apigateway')).document).toMatchObject({
    'x-amazon-apigateway-endpoint-configuration': { disableExecuteApiEndpoint: true },
  });
  expect(at(document, ...get, 'x-amazon-apigateway-integration', 'responses')).toEqual({
    default: { statusCode: '200', responseTemplates: { 'text/html': '<p>' } },
    '4..': { statusCode: '404' },
  });
});

test('an API without a version has the time of its deployment, in the name of the file too', async () => {
  const { items = [] } = await client.send(new GetDeploymentsCommand({ restApiId }));
  const { document, contentDisposition, contentType } = await exported('oas30');
  expect(document.info.version).toMatch(time);
  const [deployment] = items;
  expect(Math.floor(Number(deployment?.createdDate) / 1000)).toBe(Date.parse(document.info.version) / 1000);
  expect(contentDisposition).toBe(`attachment; filename="oas30_${document.info.version}.json"`);
  expect(contentType).toBe('application/octet-stream');
});

test.each([
  ['application/json', 'json'],
  ['application/yaml', 'yaml'],
])('accepts %s, and answers with a file', async (accepts, ending) => {
  const { document, contentDisposition, contentType } = await exported('swagger', 'apigateway', accepts);
  expect(contentType).toBe('application/octet-stream');
  expect(contentDisposition).toMatch(new RegExp(`\\.${ending}"$`));
  expect(document).toEqual((await exported('swagger', 'apigateway')).document);
});

describe('documentation', () => {
  const publish = async () => {
    await client.send(new CreateDocumentationVersionCommand({ restApiId, documentationVersion: '1.0.0' }));
    const patchOperations = [{ op: 'replace' as const, path: '/documentationVersion', value: '1.0.0' }];
    await client.send(new UpdateStageCommand({ restApiId, stageName: 'prod', patchOperations }));
  };

  test('that is not published shows nowhere', async () => {
    const { text } = await exported('oas30', 'apigateway,documentation');
    expect(text).not.toContain('As documented');
  });

  test.each(['swagger', 'oas30'])('is in the places of the standard by default: %s', async (type) => {
    await publish();
    const { document, text } = await exported(type);
    expect(document.info).toMatchObject({ description: 'As documented', 'x-team': 'shop' });
    expect(document['x-bar']).toBe('api');
    expect(at(document, ...get)).toMatchObject({ description: 'All pets', 'x-example': 'e' });
    expect(text).not.toContain('nowhere');
  });

  test('with its extension it is there as it was written too, with its version and time', async () => {
    await publish();
    const { document } = await exported('swagger', 'documentation');
    expect(at(document, ...get)).toMatchObject({ description: 'All pets' });
    const { documentationParts, ...version } = document['x-amazon-apigateway-documentation'];
    expect(version).toEqual({ version: '1.0.0', createdDate: expect.stringMatching(time) });
    expect(documentationParts).toContainEqual({
      location: { type: 'METHOD', path: '/pets', method: 'GET' },
      properties: { description: 'All pets', 'x-example': 'e', foo: 'nowhere' },
    });
  });

  test('for import it stands in its extension alone, so that nothing is doubled', async () => {
    await publish();
    const { document } = await exported('swagger', 'apigateway');
    expect(at(document, ...get, 'description')).toBeUndefined();
    expect(document).toHaveProperty('x-amazon-apigateway-documentation');
  });
});

test.each(['swagger', 'oas30'])('what is exported as %s is imported the same', async (type) => {
  const first = (await exported(type, 'apigateway')).document;
  restApiId = await imported(first);
  await client.send(new CreateDeploymentCommand({ restApiId, stageName: 'prod' }));
  const { host: _h, servers: _s, ...again } = (await exported(type, 'apigateway')).document;
  const { host, servers, ...before } = first;
  expect(again).toEqual(before);
  const { disableExecuteApiEndpoint } = await client.send(new GetRestApiCommand({ restApiId }));
  expect(disableExecuteApiEndpoint).toBe(true);
});

test.each<[rule: string, change: object, name: string, message: string | RegExp]>([
  ['an unknown API', { restApiId: 'nothing000' }, 'NotFoundException', /^Invalid API identifier specified/],
  ['an unknown stage', { stageName: 'gone' }, 'NotFoundException', 'Invalid stage identifier specified'],
  ['an unknown type', { exportType: 'raml' }, 'BadRequestException', "No API exporter for type 'raml'"],
])('%s is refused', async (_rule, change, name, message) => {
  const input = { restApiId, stageName: 'prod', exportType: 'oas30', ...change };
  const text = typeof message === 'string' ? message : expect.stringMatching(message);
  await expect(client.send(new GetExportCommand(input))).rejects.toEqual(
    expect.objectContaining({ name, message: text }),
  );
});
