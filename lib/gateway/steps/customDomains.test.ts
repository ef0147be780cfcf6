import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  createTestGateway,
  deployment,
  integration,
  integrationResponse,
  method,
  snapshot,
  stage,
  type TestGateway,
} from '../testing';
import { TestFunctions } from '../testing/TestFunctions';

/* Reference section 16. */
const template =
  '$context.apiId $context.stage $context.resourcePath $context.path $context.domainName $context.domainPrefix';
const says = integration({
  integrationResponses: { 200: integrationResponse({ responseTemplates: { 'application/json': template } }) },
});
const functionArn = 'arn:aws:lambda:us-east-1:000000000000:function:echo';
const uri = `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${functionArn}/invocations`;
const open = (event: { path: string; methodArn?: string }) => ({
  principalId: 'p',
  context: { methodArn: event.methodArn, path: event.path },
  policyDocument: {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 'execute-api:Invoke', Resource: event.methodArn }],
  },
});
const functions = new TestFunctions({
  [functionArn]: (event: never) => ({ statusCode: 200, body: JSON.stringify(event) }),
  [`${functionArn}-open`]: open as (event: never) => unknown,
});
const lambda = method(
  'GET',
  integration({ type: 'AWS_PROXY', httpMethod: 'POST', uri, requestTemplates: {}, integrationResponses: {} }),
  { authorizationType: 'CUSTOM', authorizerId: 'auth1' },
);
const authorizer = {
  id: 'auth1',
  name: 'open',
  type: 'REQUEST' as const,
  authorizerUri: uri.replace(functionArn, `${functionArn}-open`),
  identitySource: '',
  authorizerResultTtlInSeconds: 0,
  providerARNs: [],
};

const resources = { '/': [method('GET', says)], '/pets': [method('GET', says)], '/fn/{proxy+}': [lambda] };
const apis = ['api1', 'api2'];
const served = {
  deployments: apis.map((restApiId) => ({
    ...deployment(resources, { restApiId, deploymentId: `d${restApiId}` }),
    authorizers: [authorizer],
    ...(restApiId === 'api2' && { disableExecuteApiEndpoint: true }),
  })),
  stages: [
    stage({ deploymentId: 'dapi1' }),
    stage({ deploymentId: 'dapi1', stageName: 'dev' }),
    stage({ restApiId: 'api2', deploymentId: 'dapi2' }),
  ],
};
const mapping = (basePath: string, restApiId: string, stageName: string) => ({
  basePath,
  restApiId,
  stageName,
});
const domainNames = [
  {
    domainName: 'api.example.com',
    basePathMappings: [
      mapping('', 'api1', 'prod'),
      mapping('v2', 'api2', 'prod'),
      mapping('any', 'api1', ''),
      mapping('gone', 'api1', 'none'),
    ],
  },
  { domainName: '*.example.com', basePathMappings: [mapping('only', 'api1', 'dev')] },
  { domainName: 'gateway', basePathMappings: [mapping('', 'api1', 'prod')] },
];

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await createTestGateway(snapshot({ ...served, domainNames }), { functions });
});
afterAll(() => gateway?.close());
const call = (host: string, path: string) => gateway.call(path, { stage: '', headers: { Host: host } });

test.each([
  ['(none)', 'api.example.com', '/pets', 'api1 prod /pets /pets api.example.com api'],
  ['(none), the root', 'api.example.com', '/', 'api1 prod / / api.example.com api'],
  ['port and letter case of the host count for nothing', 'API.Example.com:8080', '/pets', 'api1 prod /pets /pets api.example.com api'], // biome-ignore format: one line
  ['a base path goes before (none), and is not part of the route', 'api.example.com', '/v2/pets', 'api2 prod /pets /v2/pets api.example.com api'], // biome-ignore format: one line
  ['a base path alone is the root', 'api.example.com', '/v2', 'api2 prod / /v2 api.example.com api'],
  ['without a stage, the next part names it', 'api.example.com', '/any/dev/pets', 'api1 dev /pets /any/dev/pets api.example.com api'], // biome-ignore format: one line
  ['a service name of one label', 'Gateway:8080', '/pets', 'api1 prod /pets /pets gateway gateway'],
  ['a wildcard', 'shop.example.com', '/only/pets', 'api1 dev /pets /only/pets shop.example.com shop'],
])('%s: %s%s', async (_rule, host, path, body) => {
  expect(await call(host, path)).toMatchObject({ status: 200, body });
});

test.each([
  ['no base path fits', 'shop.example.com', '/pets'],
  ['a base path is a whole part', 'shop.example.com', '/onlyThis'],
  ['letter case of a base path counts', 'shop.example.com', '/Only/pets'],
  ['the more specific domain wins, though only the wildcard has the base path', 'api.example.com', '/only/pets'], // biome-ignore format: one line
  ['a wildcard stands for one label', 'a.b.example.com', '/only/pets'],
  ['a wildcard does not stand for none', 'example.com', '/only/pets'],
  ['a stage that is not there', 'api.example.com', '/gone/pets'],
  ['a stage in the path that is not there', 'api.example.com', '/any/pets'],
  ['the form by path is not for custom domains', 'api.example.com', '/_aws/execute-api/api2/prod/pets'],
  ['nobody’s host', 'elsewhere.org', '/pets'],
  ['a disabled default endpoint, which v2 above does not close', 'api2.execute-api.localhost', '/prod/pets'],
])('403: %s', async (_rule, host, path) => {
  expect((await call(host, path)).status).toBe(403);
});

test('a function’s event has the base path in its paths, and an authorizer’s methodArn has not', async () => {
  const event = JSON.parse((await call('api.example.com', '/v2/fn/a/b')).body);
  expect(event).toMatchObject({
    resource: '/fn/{proxy+}',
    path: '/v2/fn/a/b',
    pathParameters: { proxy: 'a/b' },
    requestContext: {
      path: '/v2/fn/a/b',
      stage: 'prod',
      domainName: 'api.example.com',
      domainPrefix: 'api',
      authorizer: {
        methodArn: 'arn:aws:execute-api:us-east-1:000000000000:api2/prod/GET/fn/a/b',
        path: '/v2/fn/a/b',
      },
    },
  });
});

test('a name that is there twice is refused, and what served goes on', async () => {
  const twice = [...domainNames, ...domainNames.slice(0, 1)];
  expect(() => gateway.gateway.apply(snapshot({ ...served, revision: 2, domainNames: twice }))).toThrow(
    'domainNames[3]: api.example.com is there twice',
  );
  expect((await call('api.example.com', '/pets')).status).toBe(200);
});
