import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type MethodUnderTest, methodUnderTest } from '../testing/methodUnderTest';

/* Reference section 2, other access-denied texts: an Authorization header that no method asked for. */
let bench: MethodUnderTest;
beforeAll(async () => {
  bench = await methodUnderTest();
});
afterAll(() => bench.close());

const hash = (text: string) => createHash('sha256').update(text).digest('base64');
const noPair = (sent: string) =>
  `Invalid key=value pair (missing equal-sign) in Authorization header (hashed with SHA-256 and encoded with Base64): '${hash(sent)}'.`;
const lacks = (names: string[], sent: string, date = true) => {
  const said = names.map((name) => `Authorization header requires '${name}' parameter.`);
  if (date) said.push("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
  return `${said.join(' ')} (Hashed with SHA-256 and encoded with Base64) Authorization=${hash(sent)}`;
};
const all = ['Credential', 'Signature', 'SignedHeaders'];
const signed = 'AWS4-HMAC-SHA256 Credential=a/b, SignedHeaders=host, Signature=c';

test.each<[authorization: string, message: string]>([
  ['Bearer abc.def.ghi', noPair('Bearer abc.def.ghi')],
  ['abc', noPair('abc')],
  ['Basic dXNlcjpwYXNzd29yZA==', lacks(all, 'Basic dXNlcjpwYXNzd29yZA==')],
  ['AWS4-HMAC-SHA256 Credential=a', lacks(['Signature', 'SignedHeaders'], 'AWS4-HMAC-SHA256 Credential=a')],
  [signed, lacks([], signed)],
])('%s, to an unknown path and to a wrong verb', async (authorization, message) => {
  for (const path of ['/none', '/x/v']) {
    const sent = { path, method: 'GET', headers: { Authorization: authorization } };
    const { status, body, headers } = await bench.run({}, sent, { verb: 'POST' });
    expect([status, JSON.parse(body)]).toEqual([403, { message }]);
    expect(headers['x-amzn-errortype']).toBe('IncompleteSignatureException');
  }
});

test.each<{ rule: string; headers: Record<string, string> }>([
  { rule: 'no Authorization', headers: {} },
  { rule: 'an empty one', headers: { Authorization: '' } },
  {
    rule: 'a signature with all its parts',
    headers: { Authorization: signed, 'X-Amz-Date': '20260101T000000Z' },
  },
])('$rule: Missing Authentication Token', async ({ headers }) => {
  const { status, body } = await bench.run({}, { path: '/none', headers: { ...headers } });
  expect([status, body]).toEqual([403, '{"message":"Missing Authentication Token"}']);
});

test('a method that is there is not asked for a signature', async () => {
  expect((await bench.run({ type: 'MOCK' }, { headers: { Authorization: 'Bearer abc' } })).status).toBe(200);
});

test('the type that an API customises is INVALID_SIGNATURE, else DEFAULT_4XX', async () => {
  const gatewayResponses = [
    {
      responseType: 'DEFAULT_4XX' as const,
      statusCode: '418',
      responseParameters: {},
      responseTemplates: {},
    },
  ];
  const sent = { path: '/none', headers: { Authorization: 'Bearer abc' } };
  expect((await bench.run({}, sent, { deployment: { gatewayResponses } })).status).toBe(418);
});
