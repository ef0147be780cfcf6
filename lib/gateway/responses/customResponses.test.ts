import { afterAll, beforeAll, expect, test } from 'vitest';
import type { GatewayResponseDocument } from '../snapshot/types';
import { createTestGateway, type TestGateway } from '../testing/createTestGateway';
import { deployment, integration, method, snapshot, stage } from '../testing/documents';
import { compileGatewayResponses } from './compileGatewayResponses';

function custom(part: Partial<GatewayResponseDocument>): GatewayResponseDocument {
  return { responseType: 'DEFAULT_4XX', responseParameters: {}, responseTemplates: {}, ...part };
}

const required = method('GET', integration(), {
  requestValidatorId: 'params',
  requestParameters: { 'method.request.querystring.q': true },
});

/** An API of its own for each set of responses, for DEFAULT_4XX reaches every type. */
const apis: Record<string, GatewayResponseDocument[]> = {
  plain: [],
  own: [
    custom({
      responseType: 'MISSING_AUTHENTICATION_TOKEN',
      statusCode: '404',
      responseParameters: {
        'gatewayresponse.header.X-Literal': "'fixed'",
        'gatewayresponse.header.X-Context': 'context.requestId',
        'gatewayresponse.header.X-Variable': 'stageVariables.v',
        'gatewayresponse.header.X-Header': 'method.request.header.X-In',
        'gatewayresponse.header.X-Query': 'method.request.querystring.q',
        'gatewayresponse.header.X-Older': 'method.input.params.q',
        'gatewayresponse.header.X-Nothing': 'method.request.header.Absent',
      },
      responseTemplates: {
        'application/json':
          '{"m":$context.error.messageString,"t":"$context.error.responseType","s":"${context.stage}","v":"$stageVariables.v","q":"$method.request.querystring.q","n":"$context.nothing","d":"$5 #if $context"}',
        'text/xml': '<e>$context.error.message</e>',
      },
    }),
    custom({ responseType: 'BAD_REQUEST_PARAMETERS', statusCode: '422' }),
  ],
  defaults: [
    custom({
      statusCode: '418',
      responseParameters: { 'gatewayresponse.header.X-D': "'4'" },
      responseTemplates: { 'application/json': 'four $context.error.message' },
    }),
    custom({
      responseType: 'REQUEST_TOO_LARGE',
      statusCode: '400',
      responseTemplates: { 'text/plain': 'mine' },
    }),
    custom({ responseType: 'DEFAULT_5XX', responseParameters: { 'gatewayresponse.header.X-D': "'5'" } }),
    custom({ responseType: 'ACCESS_DENIED' }),
    custom({
      responseType: 'INVALID_API_KEY',
      responseParameters: { 'gatewayresponse.header.Content-Type': "'a/b'" },
    }),
  ],
};

let gateway: TestGateway;

beforeAll(async () => {
  const resources = {
    '/pets': [required],
    '/closed': [method('GET', integration(), { authorizationType: 'CUSTOM' })],
    '/keyed': [method('GET', integration(), { apiKeyRequired: true })],
    '/unfinished': [method('GET', integration(), { methodIntegration: undefined })],
    '/large': [method('POST', integration())],
  };
  const names = Object.keys(apis);
  gateway = await createTestGateway(
    snapshot({
      deployments: names.map((restApiId) =>
        deployment(resources, {
          restApiId,
          requestValidators: [{ id: 'params', validateRequestParameters: true }],
          gatewayResponses: apis[restApiId],
        }),
      ),
      stages: names.map((restApiId) => stage({ restApiId, variables: { v: 'var' } })),
    }),
  );
});
afterAll(() => gateway.close());

test.each<{ rule: string; api: string; path: string; status: number; body: string; type: string }>([
  {
    rule: 'nothing customised',
    api: 'plain',
    path: '/none',
    status: 403,
    body: '{"message":"Missing Authentication Token"}',
    type: 'application/json',
  },
  {
    rule: 'names are replaced; a name without value prints nothing; no directives',
    api: 'own',
    path: '/none?q=query',
    status: 404,
    body: '{"m":"Missing Authentication Token","t":"MISSING_AUTHENTICATION_TOKEN","s":"prod","v":"var","q":"query","n":"","d":"$5 #if $context"}',
    type: 'application/json',
  },
  {
    rule: 'without template the built-in body, with the call’s own message',
    api: 'own',
    path: '/pets',
    status: 422,
    body: '{"message":"Missing required request parameters: [q]"}',
    type: 'application/json',
  },
  {
    rule: 'DEFAULT_4XX passes status and template to a type without an entry',
    api: 'defaults',
    path: '/none',
    status: 418,
    body: 'four Missing Authentication Token',
    type: 'application/json',
  },
  {
    rule: 'an entry of its own takes nothing from DEFAULT_4XX',
    api: 'defaults',
    path: '/closed',
    status: 403,
    body: '{"Message":"User is not authorized to access this resource"}',
    type: 'application/json',
  },
  {
    rule: 'DEFAULT_5XX without status keeps the type’s',
    api: 'defaults',
    path: '/unfinished',
    status: 500,
    body: '{"message": "Internal server error"}',
    type: 'application/json',
  },
  {
    rule: 'a header of the API’s own replaces the built-in one',
    api: 'defaults',
    path: '/keyed',
    status: 403,
    body: '{"message":"Forbidden"}',
    type: 'a/b',
  },
])('$rule', async ({ api, path, status, body, type }) => {
  const answer = await gateway.call(path, { api });
  expect([answer.status, answer.body.toString(), answer.headers['content-type']]).toEqual([
    status,
    body,
    type,
  ]);
  expect(answer.headers['x-amzn-errortype']).toMatch(/Exception$/);
});

test('headers come from literals, context, stage variables and the request; what has no value is left out', async () => {
  const { headers } = await gateway.call('/none?q=last', { api: 'own', headers: { 'X-In': 'in' } });
  expect(headers).toMatchObject({
    'x-literal': 'fixed',
    'x-context': headers['x-amzn-requestid'],
    'x-variable': 'var',
    'x-header': 'in',
    'x-query': 'last',
    'x-older': 'last',
  });
  expect(headers).not.toHaveProperty('x-nothing');
});

test('B6: a query value with line breaks begins no header', async () => {
  const { headers } = await gateway.call('/none?q=a%0d%0aX-Evil:%20b', { api: 'own' });
  expect(headers).not.toHaveProperty('x-evil');
  expect(headers).not.toHaveProperty('x-query');
});

test('the template is chosen by the first entry of Accept', async () => {
  const { body, headers } = await gateway.call('/none', {
    api: 'own',
    headers: { Accept: 'text/xml;q=0.1, application/json' },
  });
  expect([body.toString(), headers['content-type']]).toEqual([
    '<e>Missing Authentication Token</e>',
    'text/xml',
  ]);
});

test.each<{ rule: string; headers: Record<string, string>; body: string }>([
  { rule: 'by its length', headers: { 'Content-Length': '10485761' }, body: '' },
  { rule: 'by its chunks', headers: { 'Transfer-Encoding': 'chunked' }, body: 'x'.repeat(10_485_761) },
])('customising has no effect on a request that is too large $rule', async ({ headers, body }) => {
  const answer = await gateway.call('/large', { api: 'defaults', method: 'POST', headers, body });
  const text = 'HTTP content length exceeded 10485760 bytes.';
  expect([answer.status, answer.headers['content-type'], answer.body]).toEqual([413, 'text/plain', text]);
  expect(answer.headers).not.toHaveProperty('x-d');
  expect(answer.headers).toMatchObject({
    'x-amzn-errortype': 'RequestTooLargeException',
    'x-amzn-requestid': expect.stringMatching(/^[0-9a-f-]{36}$/),
    'x-amz-apigw-id': expect.stringMatching(/^[A-Za-z0-9+/]{15}=$/),
  });
});

test.each([
  [
    'a key that is no header',
    { 'gatewayresponse.query.X': "'a'" },
    'DEFAULT_4XX: invalid response parameter',
  ],
  ['a header name with a space', { 'gatewayresponse.header.X Y': "'a'" }, 'invalid response parameter'],
  ['a source that is none', { 'gatewayresponse.header.X': 'body.a' }, 'invalid mapping expression: body.a'],
])('%s is refused', (_rule, responseParameters, message) => {
  expect(() => compileGatewayResponses([custom({ responseParameters })])).toThrow(message);
});
