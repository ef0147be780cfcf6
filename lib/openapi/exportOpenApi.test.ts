import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Method } from '@/lib/model/method';
import type { RestApiDefinition } from '@/lib/model/restApi';
import { exportOpenApi, importOpenApi } from './index';

const method = (httpMethod: Method['httpMethod'], members: Partial<Method> = {}): Method => ({
  httpMethod,
  authorizationType: 'NONE',
  apiKeyRequired: false,
  requestParameters: {},
  requestModels: {},
  methodResponses: {},
  ...members,
});
const api = (
  path: string,
  methods: Method[],
  members: Partial<RestApiDefinition> = {},
): RestApiDefinition => ({
  name: 'T',
  resources: [
    { id: 'root', path: '/', resourceMethods: {} },
    {
      id: 'leaf',
      parentId: 'root',
      pathPart: path.slice(1),
      path,
      resourceMethods: Object.fromEntries(methods.map((each) => [each.httpMethod, each])),
    },
  ],
  models: [],
  requestValidators: [],
  ...members,
});
const plain = { exportType: 'oas30', format: 'json', extensions: false } as const;
const exact = { ...plain, extensions: true } as const;
const swagger = { ...exact, exportType: 'swagger' } as const;

test('a greedy ANY for readers: each verb, its variable declared under its plain name', () => {
  const any = method('ANY', { operationName: 'all', apiKeyRequired: true });
  const { document } = exportOpenApi(api('/{proxy+}', [any, method('GET', { operationName: 'one' })]), plain);
  const item = (document.paths as Record<string, Record<string, Record<string, unknown>>>)['/{proxy}'] ?? {};
  expect(Object.keys(item).sort()).toEqual(['delete', 'get', 'head', 'options', 'patch', 'post', 'put']);
  expect(item.get?.operationId).toBe('one');
  expect(item.post).toMatchObject({
    operationId: 'allPOST',
    parameters: [{ name: 'proxy', in: 'path', required: true, schema: { type: 'string' } }],
    security: [{ api_key: [] }],
  });
});

test('the same with extensions is exact', () => {
  const { document } = exportOpenApi(api('/{proxy+}', [method('ANY')]), exact);
  expect(document.paths).toEqual({ '/{proxy+}': { 'x-amazon-apigateway-any-method': {} } });
});

test('the scheme of API keys is api_key in x-api-key', () => {
  const keyed = api('/a', [method('GET', { apiKeyRequired: true })]);
  const scheme = { api_key: { type: 'apiKey', name: 'x-api-key', in: 'header' } };
  expect(exportOpenApi(keyed, plain).document.components).toEqual({ securitySchemes: scheme });
  expect(exportOpenApi(keyed, swagger).document.securityDefinitions).toEqual(scheme);
});

test.each([
  [
    'oas30 exact',
    exact,
    { servers: [{ url: 'http://x:8080/{basePath}', variables: { basePath: { default: 'prod' } } }] },
  ],
  ['oas30 for readers', plain, { servers: [{ url: 'http://x:8080/prod' }] }],
  ['swagger', swagger, { host: 'x:8080', basePath: '/prod', schemes: ['http'] }],
])('the address of the stage: %s', (_, options, expected) => {
  const { document } = exportOpenApi(api('/a', []), { ...options, server: { url: 'http://x:8080/prod' } });
  expect(document).toMatchObject(expected);
});

test('the address survives an import that prepends it, and is the only thing that one that ignores it reports', () => {
  const { text } = exportOpenApi(api('/a', []), { ...exact, server: { url: 'http://x:8080/prod' } });
  expect(importOpenApi(text, { basepath: 'prepend' }).definition.resources.map(({ path }) => path)).toEqual([
    '/',
    '/prod',
    '/prod/a',
  ]);
  expect(importOpenApi(text).warnings.map(({ pointer }) => pointer)).toEqual(['/servers']);
});

test('nothing of what is behind the API shows to readers', () => {
  const text = readFileSync(new URL('./corpus/mappedHttp.yaml', import.meta.url), 'utf8');
  const exported = exportOpenApi(importOpenApi(text).definition, plain).text;
  expect(exported).not.toMatch(/backend|x-amazon|x-gatehouse|integration|stageVariables|params/);
  expect(exported).toContain('Replaces an item');
});

test('definitions that no import makes come through whole as well', () => {
  const integrationResponse = { responseParameters: {}, responseTemplates: {} };
  const definition = api(
    '/a',
    [
      method('POST', {
        requestValidatorId: 'v2',
        requestModels: { 'application/json': 'Gone' },
        methodResponses: { '200': { statusCode: '200', responseParameters: {}, responseModels: {} } },
        methodIntegration: {
          type: 'MOCK',
          uri: 'http://unused.example',
          requestParameters: {},
          requestTemplates: {},
          passthroughBehavior: 'NEVER',
          timeoutInMillis: 29_000,
          integrationResponses: {
            '200': { statusCode: '200', ...integrationResponse },
            '400': { statusCode: '400', selectionPattern: '4..', ...integrationResponse },
            '404': { statusCode: '404', selectionPattern: '4..', ...integrationResponse },
          },
        },
      }),
    ],
    {
      models: [
        { name: 'Broken', contentType: 'application/json', schema: 'not JSON' },
        {
          name: 'Foreign',
          contentType: 'application/json',
          description: 'd',
          schema: '{"$ref":"https://apigateway.amazonaws.com/restapis/other/models/Broken"}',
        },
      ],
      requestValidators: [
        { id: 'v1', name: 'same', validateRequestParameters: false },
        { id: 'v2', name: 'same', validateRequestParameters: true },
      ],
    },
  );
  const { document, text } = exportOpenApi(definition, exact);
  expect(document['x-amazon-apigateway-request-validators']).toEqual({
    same: { validateRequestParameters: false, validateRequestBody: false },
    same2: { validateRequestParameters: true, validateRequestBody: false },
  });
  expect(document.components).toEqual({
    schemas: { Broken: {}, Foreign: { $ref: '#/components/schemas/Broken', description: 'd' } },
  });
  const again = importOpenApi(text).definition;
  const post = again.resources[1]?.resourceMethods.POST;
  expect(again.requestValidators.find(({ id }) => id === post?.requestValidatorId)?.name).toBe('same2');
  expect(post?.methodIntegration?.integrationResponses).toEqual({
    '200': { statusCode: '200', ...integrationResponse },
    '400': { statusCode: '400', selectionPattern: '4..', ...integrationResponse },
    '404': { statusCode: '404', selectionPattern: '(?:4..)', ...integrationResponse },
  });
});

test('a reference to a model of another API is told apart where the own id is known', () => {
  const schema = '{"$ref":"https://apigateway.amazonaws.com/restapis/other/models/Pet"}';
  const definition = api('/a', [], { models: [{ name: 'A', contentType: 'application/json', schema }] });
  const reference = (restApiId?: string) =>
    JSON.stringify(
      exportOpenApi(definition, { ...exact, ...(restApiId && { restApiId }) }).document.components,
    );
  expect(reference()).toContain('#/components/schemas/Pet');
  expect(reference('other')).toContain('#/components/schemas/Pet');
  expect(reference('mine')).toContain('restapis/other/models/Pet');
});

test('YAML and JSON say the same', () => {
  const text = readFileSync(new URL('./corpus/bigEnum.yaml', import.meta.url), 'utf8');
  const { definition } = importOpenApi(text);
  const json = exportOpenApi(definition, exact);
  const yaml = exportOpenApi(definition, { ...exact, format: 'yaml' });
  expect(parse(yaml.text)).toEqual(JSON.parse(json.text));
  expect(JSON.parse(json.text)).toEqual(json.document);
});

test('a method that declares no response has one in the standard document and none in AWS’s', () => {
  const definition = api('/pets', [method('GET')]);
  const responses = (options: { extensions: boolean; exportType?: 'swagger' }) =>
    JSON.parse(exportOpenApi(definition, { ...plain, ...options }).text).paths['/pets'].get.responses;
  expect(responses({ extensions: false })).toEqual({
    default: { description: 'The answer, passed on as it comes' },
  });
  expect(responses({ extensions: true, exportType: 'swagger' })).toEqual({});
  expect(responses({ extensions: true })).toBeUndefined();
});
