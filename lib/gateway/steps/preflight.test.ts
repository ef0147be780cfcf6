import { afterAll, beforeAll, expect, test } from 'vitest';
import type { IntegrationDocument, MethodDocument } from '../snapshot/types';
import { createTestGateway, type TestGateway } from '../testing/createTestGateway';
import { deployment, integration, integrationResponse, method, snapshot } from '../testing/documents';

/* Reference section 3, OPTIONS and CORS: nothing of it is automatic. */
let gateway: TestGateway;
const preflight = { Origin: 'https://shop.example', 'Access-Control-Request-Method': 'PUT' };
const allowed = {
  'method.response.header.Access-Control-Allow-Headers':
    "'Content-Type,X-Amz-Date,Authorization,X-Api-Key,X-Amz-Security-Token'",
  'method.response.header.Access-Control-Allow-Methods': "'GET,OPTIONS'",
  'method.response.header.Access-Control-Allow-Origin': "'*'",
};

function options(statusCode: string, part: Partial<IntegrationDocument> = {}): MethodDocument {
  const response = integrationResponse({ statusCode, responseParameters: allowed });
  return method('OPTIONS', integration({ integrationResponses: { [statusCode]: response }, ...part }));
}

beforeAll(async () => {
  const origin = { 'method.response.header.Access-Control-Allow-Origin': "'*'" };
  const answer = integration({
    integrationResponses: { 200: integrationResponse({ responseParameters: origin }) },
  });
  const resources = {
    '/console': [options('200'), method('GET', answer), method('PUT', integration())],
    '/console/child': [method('GET', integration())],
    '/toolkit': [options('204', { requestTemplates: { 'application/json': '{ statusCode: 200 }' } })],
    '/never': [options('200', { passthroughBehavior: 'NEVER' })],
  };
  const headers = { 'gatewayresponse.header.Access-Control-Allow-Origin': "'*'" };
  const bare = deployment(resources);
  const generous = deployment(resources, {
    restApiId: 'api2',
    gatewayResponses: (['DEFAULT_4XX', 'DEFAULT_5XX'] as const).map((responseType) => ({
      responseType,
      responseParameters: headers,
      responseTemplates: {},
    })),
  });
  const [prod] = snapshot().stages;
  const stages = prod ? [prod, { ...prod, restApiId: 'api2' }] : [];
  gateway = await createTestGateway(snapshot({ deployments: [bare, generous], stages }));
});
afterAll(() => gateway.close());

test.each([
  { rule: 'as the console makes it', path: '/console', status: 200 },
  { rule: 'as toolkits make it: 204, no body', path: '/toolkit', status: 204 },
  { rule: 'passthrough NEVER, as the console advises', path: '/never', status: 200 },
])('a preflight, $rule', async ({ path, status }) => {
  const answer = await gateway.call(path, { method: 'OPTIONS', headers: preflight });
  expect([answer.status, answer.body]).toEqual([status, '']);
  expect(answer.headers).toMatchObject({
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'GET,OPTIONS',
    'access-control-allow-headers': 'Content-Type,X-Amz-Date,Authorization,X-Api-Key,X-Amz-Security-Token',
  });
});

test.each([
  {
    rule: 'a method that maps it has it',
    path: '/console',
    verb: 'GET',
    api: 'api1',
    status: 200,
    origin: '*',
  },
  {
    rule: 'one that does not has not',
    path: '/console',
    verb: 'PUT',
    api: 'api1',
    status: 200,
    origin: undefined,
  },
  {
    rule: 'children inherit nothing',
    path: '/console/child',
    verb: 'OPTIONS',
    api: 'api1',
    status: 403,
    origin: undefined,
  },
  {
    rule: 'nor do gateway responses',
    path: '/none',
    verb: 'GET',
    api: 'api1',
    status: 403,
    origin: undefined,
  },
  { rule: 'but by DEFAULT_4XX', path: '/none', verb: 'GET', api: 'api2', status: 403, origin: '*' },
])('Access-Control-Allow-Origin: $rule', async ({ path, verb, api, status, origin }) => {
  const answer = await gateway.call(path, { api, method: verb, headers: preflight });
  expect([answer.status, answer.headers['access-control-allow-origin']]).toEqual([status, origin]);
});
