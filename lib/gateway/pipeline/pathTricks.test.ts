import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createBackend, type TestBackend } from '../testing/createBackend';
import { createTestGateway, type TestGateway } from '../testing/createTestGateway';
import { apiKey, deployment, integration, method, snapshot, usagePlan } from '../testing/documents';
import { rawExchange } from '../transport/testing/rawClient';

/** reliability.md 4.3, B5: `/admin` wants a key, everything else is open, and one backend stands behind both. */
let backend: TestBackend;
let gateway: TestGateway;

beforeAll(async () => {
  backend = await createBackend((_request, response) => response.end('reached'));
  const to = (path: string) =>
    integration({ type: 'HTTP_PROXY', httpMethod: 'ANY', uri: `${backend.url}${path}` });
  const open = {
    ...to('/{proxy}'),
    requestParameters: { 'integration.request.path.proxy': 'method.request.path.proxy' },
  };
  const resources = {
    '/admin': [method('GET', to('/admin'), { apiKeyRequired: true })],
    '/{proxy+}': [method('ANY', open)],
  };
  gateway = await createTestGateway(
    snapshot({ deployments: [deployment(resources)], usagePlans: [usagePlan()], apiKeys: [apiKey('key')] }),
  );
});
afterEach(() => {
  backend.requests.length = 0;
});
afterAll(async () => {
  await gateway.close();
  await backend.close();
});

/** Sends a target below the stage as it is written; resolves with the status. */
async function ask(target: string, { verb = 'GET', headers = '' } = {}): Promise<number | undefined> {
  const host = `Host: api1.execute-api.localhost:${gateway.port}\r\nConnection: close\r\n`;
  const bytes = `${verb} /prod${target} HTTP/1.1\r\n${host}${headers}\r\n`;
  return (await rawExchange(gateway.port, bytes)).statuses[0];
}

test('the protected path wants its key, and has it', async () => {
  expect(await ask('/admin')).toBe(403);
  expect(await ask('/admin', { headers: 'x-api-key: key\r\n' })).toBe(200);
  expect(await ask('/open')).toBe(200);
});

const tricks = [
  '/admin/',
  '/admin//',
  '//admin',
  '///admin',
  '/./admin',
  '/x/../admin',
  '/admin/.',
  '/admin/x/..',
  '/%2e/admin',
  '/x/%2e%2e/admin',
  '/x/.%2e/admin',
  '/x/%2E./admin',
  '/x/..;/admin',
  '/..;/admin',
  '/;/admin',
  '/admin;',
  '/admin;x=y',
  '/admin;/',
  '/admin%3b',
  '/admin%3bx=y',
  '/admin%2f',
  '/%2fadmin',
  '/x%2f..%2fadmin',
  '/x/..%2fadmin',
  '/x%2f%2e%2e%2fadmin',
  '/%5cadmin',
  '/\\admin',
  '/x\\..\\admin',
  '/x%5c..%5cadmin',
  '/admin%5c',
  '/Admin',
  '/ADMIN',
  '/aDMIN',
  '/admin.',
  '/admin..',
  '/admin%2e',
  '/admin%20',
  '/%20admin',
  '/admin+',
  '/admin%09',
  '/admin%00',
  '/admin%00.json',
  '/%00admin',
  '/admin%0a',
  '/admin%0d%0a',
  '/%61dmin',
  '/%61%64%6d%69%6e',
  '/%2561dmin',
  '/x/%252e%252e/admin',
  '/x%252f..%252fadmin',
  '/%c1%a1dmin',
  '/%e0%81%a1dmin',
  '/%ef%bd%81dmin',
  '/x/%c0%ae%c0%ae/admin',
  '/x%c0%af..%c0%afadmin',
  '/admin?',
  '/admin?/../open',
  '/admin%3f',
  '/admin#',
  '/admin%23',
  '/open/../admin',
  '/open/..//admin',
  '/open?/../admin',
  '/admin%',
  '/admin.json',
  '/admin~',
];
/** RFC 3986: an encoded slash is none. One trailing slash does not count. */
function oneReading(target: string): string {
  const [path = ''] = target.split('?', 1);
  return decodeURIComponent(path.replace(/(.)\/$/, '$1'));
}

test.each(tricks)('B5 %s without the key does not reach /admin', async (target) => {
  const status = await ask(target);
  const seen = backend.requests.map(({ url }) => oneReading(url));
  // Refused before the backend was asked, or its path is the one that the router saw, which is not the protected one.
  if (status !== 200) expect(seen).toEqual([]);
  else expect(seen).toEqual([oneReading(target)]);
  expect(seen).not.toContain('/admin');
});

test.each([
  'X-HTTP-Method: GET',
  'X-Method-Override: GET',
  'X-Original-URL: /admin',
  'X-Rewrite-URL: /admin',
  'X-Original-Method: GET',
  'X-Forwarded-Path: /admin',
  'X-Forwarded-Prefix: /admin',
])('B5 %s neither changes the route nor the verb', async (header) => {
  expect(await ask('/admin', { headers: `${header}\r\n` })).toBe(403);
  expect(backend.requests).toEqual([]);
  expect(await ask('/open', { verb: 'DELETE', headers: `${header}\r\n` })).toBe(200);
  expect(backend.requests).toMatchObject([{ method: 'DELETE', url: '/open' }]);
});

/** Recorded on AWS: what /admin has no method for is the greedy resource's, which is open; it is never a GET. */
test.each([
  'HEAD',
  'OPTIONS',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
])('B5 %s of /admin is the greedy method, and reaches the backend as it is', async (verb) => {
  expect(await ask('/admin', { verb })).toBe(200);
  expect(backend.requests).toMatchObject([{ method: verb, url: '/admin' }]);
});

test.each(['get', 'TRACE'])('B5 %s does not reach what GET protects', async (verb) => {
  expect(await ask('/admin', { verb })).not.toBe(200);
  expect(backend.requests).toEqual([]);
});

test.each([
  'X-HTTP-Method-Override: DELETE\r\nX-HTTP-Method-Override: GET\r\n',
  'X-HTTP-Method-Override: GET, DELETE\r\n',
  'X-HTTP-Method-Override: \r\n',
  'X-HTTP-Method-Override: GET;\r\n',
  'X-HTTP-Method-Override: ANY\r\n',
  'X-HTTP-Method-Override: CONNECT\r\n',
])('B5 %j has no single reading: no method is reached', async (headers) => {
  expect(await ask('/open', { verb: 'POST', headers })).toBe(403);
  expect(backend.requests).toEqual([]);
});

/** The other way to address the same API must open no other way in. */
test.each([
  '/admin/',
  '//admin',
  '/./admin',
  '/x/../admin',
  '/%61dmin',
  '/x%2f..%2fadmin',
  '/admin%2f',
  '/..;/admin',
  '/admin',
])('B5 %s behind /_aws/execute-api does not reach /admin without the key', async (target) => {
  const head = `Host: localhost\r\nConnection: close\r\n\r\n`;
  for (const prefix of [
    '/_aws/execute-api/api1/prod',
    '/_aws/execute-api/api1//prod',
    '/_aws/execute-api/x/../api1/prod',
  ]) {
    const { statuses } = await rawExchange(gateway.port, `GET ${prefix}${target} HTTP/1.1\r\n${head}`);
    const seen = backend.requests.splice(0).map(({ url }) => oneReading(url));
    expect(seen).not.toContain('/admin');
    expect(seen).toEqual(statuses[0] === 200 ? [oneReading(target)] : []);
  }
});

/** AWS has it (features: X-HTTP-Method-Override on REST APIs). */
test('B5 X-HTTP-Method-Override counts for the key, the route and the backend alike', async () => {
  const headers = 'X-HTTP-Method-Override: GET\r\n';
  expect(await ask('/admin', { verb: 'POST', headers })).toBe(403);
  expect(backend.requests).toEqual([]);
  expect(await ask('/open', { verb: 'DELETE', headers })).toBe(200);
  expect(backend.requests).toMatchObject([{ method: 'GET', url: '/open' }]);
});
