import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestGateway, type TestGateway } from '../testing/createTestGateway';
import { deployment, integration, integrationResponse, method, snapshot, stage } from '../testing/documents';
import type { SendOptions } from '../testing/sendRequest';

/** A MOCK that prints what its response template reads. */
const printing = (template: string) =>
  integration({
    integrationResponses: {
      200: integrationResponse({ responseTemplates: { 'application/json': template } }),
    },
  });
const named = (name: string) => printing(name);

let gateway: TestGateway;

beforeAll(async () => {
  const document = deployment(
    {
      '/pets': [method('GET', named('list')), method('POST', named('create'))],
      '/pets/{petId}': [method('ANY', named('any')), method('DELETE', named('delete'))],
      '/closed': [method('GET', integration(), { authorizationType: 'CUSTOM' })],
      '/unfinished': [method('GET', integration(), { methodIntegration: undefined })],
      '/required/{id}': [
        method('GET', named('ok'), {
          requestValidatorId: 'params',
          requestParameters: {
            'method.request.querystring.q': true,
            'method.request.header.H': true,
            'method.request.header.Also': true,
            'method.request.path.id': true,
            'method.request.querystring.optional': false,
          },
        }),
      ],
      '/unvalidated': [
        method('GET', named('ok'), { requestParameters: { 'method.request.querystring.q': true } }),
      ],
      '/context': [
        method('GET', printing('$context.requestId|$context.path|$context.resourcePath|$context.httpMethod')),
      ],
      '/params/{a}': [
        method(
          'GET',
          printing("$input.params('a')|$input.params('q')|$input.params('Server')|$stageVariables.v"),
        ),
      ],
    },
    { requestValidators: [{ id: 'params', validateRequestParameters: true }] },
  );
  gateway = await createTestGateway(
    snapshot({ deployments: [document], stages: [stage({ variables: { v: 'var' } })] }),
  );
});
afterAll(() => gateway.close());

const missing = '{"message":"Missing Authentication Token"}';

test.each<{ rule: string; path: string; options?: Partial<SendOptions>; status: number; body: string }>([
  { rule: 'a verb of its own', path: '/pets', status: 200, body: 'list' },
  { rule: 'another verb', path: '/pets', options: { method: 'POST' }, status: 200, body: 'create' },
  { rule: 'wrong verb', path: '/pets', options: { method: 'PUT' }, status: 403, body: missing },
  {
    rule: 'HEAD does not fall back to GET',
    path: '/pets',
    options: { method: 'HEAD' },
    status: 403,
    body: '',
  },
  { rule: 'unknown path', path: '/nothing', status: 403, body: missing },
  {
    rule: 'an explicit verb beats ANY',
    path: '/pets/1',
    options: { method: 'DELETE' },
    status: 200,
    body: 'delete',
  },
  { rule: 'ANY takes the rest', path: '/pets/1', options: { method: 'PATCH' }, status: 200, body: 'any' },
  {
    rule: 'ANY is not every token',
    path: '/pets/1',
    options: { method: 'TRACE' },
    status: 403,
    body: missing,
  },
  {
    rule: 'X-HTTP-Method-Override chooses the method',
    path: '/pets',
    options: { method: 'POST', headers: { 'X-HTTP-Method-Override': 'GET' } },
    status: 200,
    body: 'list',
  },
  {
    rule: 'an override to no verb',
    path: '/pets/1',
    options: { headers: { 'X-HTTP-Method-Override': 'ANY' } },
    status: 403,
    body: missing,
  },
  {
    rule: 'a method without the authorizer that it needs closes the method',
    path: '/closed',
    status: 403,
    body: '{"Message":"User is not authorized to access this resource"}',
  },
  {
    rule: 'a method without integration',
    path: '/unfinished',
    status: 500,
    body: '{"message": "Internal server error"}',
  },
  {
    rule: 'missing parameters, ordered by full key',
    path: '/required/1',
    status: 400,
    body: '{"message":"Missing required request parameters: [Also, H, q]"}',
  },
  {
    rule: 'blank is missing',
    path: '/required/1?q=+&q=',
    options: { headers: { H: 'x', Also: 'y' } },
    status: 400,
    body: '{"message":"Missing required request parameters: [q]"}',
  },
  {
    rule: 'header names match by case',
    path: '/required/1?q=1',
    options: { headers: { h: 'x', Also: 'y' } },
    status: 400,
    body: '{"message":"Missing required request parameters: [H]"}',
  },
  {
    rule: 'all required parameters are there',
    path: '/required/1?q=1',
    options: { headers: { H: 'x', Also: 'y' } },
    status: 200,
    body: 'ok',
  },
  { rule: 'without a validator nothing is checked', path: '/unvalidated', status: 200, body: 'ok' },
  {
    rule: 'repeated names keep the last, + is a space, path values stay encoded',
    path: '/params/a%2Fb?q=1&q=x+y%21',
    options: { headers: { Server: 'dropped on arrival' } },
    status: 200,
    body: 'a%2Fb|x y!||var',
  },
])('$rule', async ({ path, options, status, body }) => {
  const answer = await gateway.call(path, options);
  expect([answer.status, answer.body]).toEqual([status, body]);
});

test('standard headers stand on every answer', async () => {
  for (const path of ['/pets', '/nothing']) {
    const { headers } = await gateway.call(path);
    expect(headers['x-amzn-requestid']).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers['x-amz-apigw-id']).toMatch(/^[A-Za-z0-9+/]{15}=$/);
    expect(headers['content-type']).toBe('application/json');
    expect(headers['x-amzn-trace-id']).toBeUndefined();
  }
});

test('a leading double slash is collapsed for routing and kept in $context.path', async () => {
  const answer = await gateway.call('//context');
  expect(answer.body.split('|').slice(1)).toEqual(['/prod//context', '/context', 'GET']);
});

test('a caller may choose the request id with a UUID', async () => {
  const id = 'c0ffee00-0000-4000-8000-000000000001';
  const answer = await gateway.call('/context', { headers: { 'x-amzn-RequestId': id } });
  expect(answer.headers['x-amzn-requestid']).toBe(id);
  expect(answer.body.split('|')[0]).toBe(id);
});

test('anything else is replaced by a new id', async () => {
  const answer = await gateway.call('/context', { headers: { 'x-amzn-RequestId': 'mine' } });
  expect(answer.headers['x-amzn-requestid']).toMatch(/^[0-9a-f-]{36}$/);
});
