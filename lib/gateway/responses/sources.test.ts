import { afterAll, beforeAll, expect, test } from 'vitest';
import type { GatewayResponseDocument } from '../snapshot/types';
import { type MethodUnderTest, methodUnderTest, type Sent } from '../testing/methodUnderTest';

/* Reference section 2: what a gateway response may read of a matched call, in headers and in bodies. */
let bench: MethodUnderTest;
beforeAll(async () => {
  bench = await methodUnderTest();
});
afterAll(() => bench.close());

const call = {
  path: '/x/a%2Fb?q=1&q=last+one&Q=upper',
  headers: { 'X-In': ['first', 'last'], 'y-in': 'small' },
  body: '[',
};

/** Ends every call at validation, with this response. */
async function respond(part: Partial<GatewayResponseDocument>, sent: Sent = call) {
  const response = { responseParameters: {}, responseTemplates: {}, ...part };
  return bench.run({}, sent, {
    method: { requestValidatorId: 'v', requestModels: { $default: 'Any' } },
    stage: { variables: { v: 'variable' } },
    deployment: {
      requestValidators: [{ id: 'v', validateRequestParameters: false, validateRequestBody: true }],
      models: [{ name: 'Any', contentType: 'application/json', schema: '{"type":"object"}' }],
      gatewayResponses: [{ responseType: 'BAD_REQUEST_BODY', ...response }],
    },
  });
}

test.each([
  ["'a literal'", 'a literal'],
  ["''", ''],
  ['method.request.path.p', 'a%2Fb'],
  ['method.request.querystring.q', 'last one'],
  ['method.request.querystring.Q', 'upper'],
  ['method.request.header.X-In', 'last'],
  ['method.request.header.y-in', 'small'],
  ['method.request.header.X-IN', undefined],
  ['method.request.querystring.none', undefined],
  ['method.input.params.p', 'a%2Fb'],
  ['method.input.params.q', 'last one'],
  ['method.input.params.X-In', 'last'],
  ['context.resourcePath', '/x/{p}'],
  ['context.identity.sourceIp', '127.0.0.1'],
  ['context.nothing', undefined],
  ['context.error.message', 'Invalid request body'],
  ['context.error.messageString', '"Invalid request body"'],
  ['context.error.responseType', 'BAD_REQUEST_BODY'],
  ['context.error.validationErrorString', '[]'],
  ['stageVariables.v', 'variable'],
  ['stageVariables.none', undefined],
  ['stageVariables.constructor', undefined],
  ['context.__proto__.toString', undefined],
])('header from %s: %j', async (source, value) => {
  const { status, headers } = await respond({
    responseParameters: { 'gatewayresponse.header.X-Out': source },
  });
  expect([status, headers['x-out']]).toEqual([400, value]);
});

test.each([
  ['$method.request.path.p', 'a%2Fb'],
  ['$method.request.querystring.q', 'last one'],
  ['$method.request.header.X-In', 'last'],
  ['$context.resourcePath', '/x/{p}'],
  ['${context.resourcePath}s', '/x/{p}s'],
  ['$stageVariables.v', 'variable'],
  ['$stageVariables.none', ''],
  ['$context.error.messageString', '"Invalid request body"'],
  ['#set($a = 1)$a', '#set($a = 1)$a'],
  ['$input.body', '$input.body'],
  ['$util.base64Encode("a")', '$util.base64Encode("a")'],
])('body %s: %s', async (template, body) => {
  const answer = await respond({ responseTemplates: { 'application/json': template } });
  expect([answer.status, answer.body]).toEqual([400, body]);
});

const templates = { 'text/plain': 'first', 'application/json': 'json', 'application/xml': 'xml' };
const foreign = { 'text/plain': 'first', 'application/xml': 'xml' };

test.each<[accept: string | undefined, among: Record<string, string>, body: string, type: string]>([
  [undefined, templates, 'json', 'application/json'],
  ['application/xml', templates, 'xml', 'application/xml'],
  ['APPLICATION/XML; charset=utf-8', templates, 'xml', 'application/xml'],
  ['image/png, application/xml', templates, 'json', 'application/json'],
  ['*/*', templates, 'json', 'application/json'],
  ['image/png', foreign, 'first', 'text/plain'],
])('Accept %s among %o: %s', async (accept, responseTemplates, body, type) => {
  const headers: Record<string, string> = accept === undefined ? {} : { Accept: accept };
  const answer = await respond({ responseTemplates }, { body: '[', headers });
  expect([answer.body, answer.headers['content-type']]).toEqual([body, type]);
});

test.each([
  ['x-amzn-ErrorType', 'Mine'],
  ['Content-Type', 'text/mine'],
])('%s of its own stands in place of the built-in one', async (name, value) => {
  const { rawHeaders } = await respond({
    responseParameters: { [`gatewayresponse.header.${name}`]: `'${value}'` },
  });
  expect(rawHeaders.filter(([sent]) => sent.toLowerCase() === name.toLowerCase())).toEqual([[name, value]]);
});

test.each(['x-amzn-RequestId', 'x-amz-apigw-id'])('%s stays the gateway’s own', async (name) => {
  const { rawHeaders } = await respond({
    responseParameters: { [`gatewayresponse.header.${name}`]: "'mine'" },
  });
  const values = rawHeaders.filter(([sent]) => sent.toLowerCase() === name.toLowerCase());
  expect(values).toHaveLength(1);
  expect(values).not.toContainEqual([expect.anything(), 'mine']);
});

test.each([
  'Content-Length',
  'Transfer-Encoding',
  'Connection',
  'Trailer',
])('B6: %s does not change how the answer is framed', async (name) => {
  const { status, body } = await respond({
    responseParameters: { [`gatewayresponse.header.${name}`]: "'3'" },
  });
  expect([status, body]).toEqual([400, '{"message":"Invalid request body"}']);
});
