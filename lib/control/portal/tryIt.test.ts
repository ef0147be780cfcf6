import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestDb, type TestDatabase } from '@/db/testing';
import type { Actor } from '@/lib/model/role';
import type { Control } from '../control';
import type { ControlPorts } from '../ports';
import { testActor } from '../testing';
import type { TryItAnswer } from './PortalControl';
import { type PortalWorld, portalWorld } from './testing';

const visitor: Actor = { kind: 'visitor' };
let database: TestDatabase;
let world: PortalWorld;
let portal: Control['portal'];
let pets: string;
let sent: Parameters<ControlPorts['callGateway']>[0][];
let answer: TryItAnswer;
beforeAll(async () => {
  database = await createTestDb();
  const callGateway: ControlPorts['callGateway'] = async (call) => {
    sent.push(call);
    return answer;
  };
  world = portalWorld(database, { callGateway });
  portal = world.control.portal;
  pets = await world.api('pets');
  await world.product(pets);
  await world.product(pets, { slug: 'draft', published: false });
});
afterAll(() => database?.close());
beforeEach(() => {
  sent = [];
  answer = { status: 200, headers: [], body: new Uint8Array() };
});
type Call = Parameters<Control['portal']['tryIt']>[2];
const tryIt = (call: Partial<Call> = {}, actor: Actor = visitor) =>
  portal.tryIt(actor, 'pets', { method: 'GET', pathAndQuery: '/pets', headers: [], ...call });

test("calls the product's stage and gives back what the gateway said", async () => {
  const body = new TextEncoder().encode('[{"id":1}]');
  answer = { status: 201, headers: [['content-type', 'application/json']], body };
  const given = await tryIt({
    method: 'post',
    pathAndQuery: '/pets?type=dog&x=%2F..%2F',
    headers: [
      ['Content-Type', 'application/json'],
      ['authorization', 'Bearer x'],
    ],
    body,
  });
  expect(sent).toEqual([
    {
      invokeUrl: `http://${pets}.execute-api.localhost:8080/prod`,
      method: 'POST',
      pathAndQuery: '/pets?type=dog&x=%2F..%2F',
      headers: [
        ['Content-Type', 'application/json'],
        ['authorization', 'Bearer x'],
      ],
      body,
    },
  ]);
  expect(given).toMatchObject({ status: 201, body });
  expect(given.headers).toContainEqual(['content-type', 'application/json']);
});

test.each([
  ['a draft', 'draft'],
  ['nothing', 'nothing'],
  ['another API by its id', 'api'],
])('%s is not reached', async (_, slug) => {
  const call = { method: 'GET', pathAndQuery: '/pets', headers: [] };
  await expect(portal.tryIt(visitor, slug === 'api' ? pets : slug, call)).rejects.toMatchObject({
    code: 'NotFoundException',
  });
  expect(sent).toEqual([]);
});

test.each([
  'pets',
  '',
  '//evil.example/pets',
  'http://evil.example/',
  '/../other/pets',
  '/pets/..',
  '/pets/./x',
  '/%2e%2e/other',
  '/.%2E/other',
  '/pets%2f..%2f..%2fother',
  '/pets%5c..%5cother',
  '/pets\\..\\other',
  '/..;/other',
  '/pets#fragment',
  '/pe ts',
  '/pets\r\nhost: evil',
  '/pets\u0000',
  '/pëts',
  `/${'a'.repeat(10_240)}`,
])('the path %j is not sent', async (pathAndQuery) => {
  await expect(tryIt({ pathAndQuery })).rejects.toMatchObject({ code: 'BadRequestException' });
  expect(sent).toEqual([]);
});

test.each([
  'CONNECT',
  'TRACE',
  'ANY',
  'GET /x HTTP/1.1\r\n',
  '',
])('the method %j is not sent', async (method) => {
  await expect(tryIt({ method })).rejects.toMatchObject({ code: 'BadRequestException' });
  expect(sent).toEqual([]);
});

test('a body has at most 10 MB', async () => {
  await tryIt({ method: 'POST', body: new Uint8Array(10 * 1024 * 1024) });
  await expect(tryIt({ method: 'POST', body: new Uint8Array(10 * 1024 * 1024 + 1) })).rejects.toMatchObject({
    code: 'BadRequestException',
    fields: [{ field: 'body' }],
  });
});

test.each([
  'Cookie',
  'Connection',
  'Keep-Alive',
  'Transfer-Encoding',
  'Content-Length',
  'Host',
  'Upgrade',
  'TE',
  'Proxy-Authorization',
  'X-Forwarded-For',
  'X-Forwarded-Host',
  'Forwarded',
  'Via',
  'X-Real-IP',
  'Origin',
  'Referer',
  'Sec-Fetch-Site',
  'X-Gatehouse-Source-Ip',
  'Next-Action',
])('the header %s stays here', async (name) => {
  await tryIt({
    headers: [
      [name, 'x'],
      ['Accept', 'text/plain'],
    ],
  });
  expect(sent[0]?.headers).toEqual([['Accept', 'text/plain']]);
});

test.each<[string, [string, string][]]>([
  [
    'that Connection names',
    [
      ['connection', 'X-Hop'],
      ['x-hop', '1'],
    ],
  ],
  ['with a line break in its value', [['x-a', 'b\r\nx-injected: 1']]],
  ['with a line break in its name', [['x-a\r\nx-injected', 'b']]],
  ['without a name', [['', 'b']]],
])('a header %s stays here', async (_, headers) => {
  await tryIt({ headers });
  expect(sent[0]?.headers).toEqual([]);
});

test.each([
  'set-cookie',
  'Set-Cookie',
  'clear-site-data',
  'strict-transport-security',
  'refresh',
  'transfer-encoding',
  'service-worker-allowed',
])("the answer's %s does not act on the portal", async (name) => {
  answer = { status: 200, headers: [[name, 'x']], body: new Uint8Array() };
  const names = (await tryIt()).headers.map(([each]) => each);
  expect(names).toEqual(['content-security-policy', 'x-content-type-options']);
});

test('an answer that is opened as a page runs nothing', async () => {
  answer = { status: 200, headers: [['content-security-policy', 'script-src *']], body: new Uint8Array() };
  expect((await tryIt()).headers).toEqual([
    ['content-security-policy', 'sandbox'],
    ['x-content-type-options', 'nosniff'],
  ]);
});

test("the caller's own key is filled in here, instead of any other", async () => {
  const ada = await world.developer('ada');
  const app = await portal.createApp(ada, { name: 'App' });
  const key = await portal.createKey(ada, app.id, { name: 'Key' });
  await tryIt({ apiKeyId: key.id, headers: [['X-Api-Key', 'typed']] }, ada);
  expect(sent[0]?.headers).toEqual([['x-api-key', key.value]]);
  await tryIt({ headers: [['X-Api-Key', 'typed']] }, ada);
  expect(sent[1]?.headers).toEqual([['X-Api-Key', 'typed']]);
});

test('a key that is over or disabled is not sent', async () => {
  const bob = await world.developer('bob');
  const app = await portal.createApp(bob, { name: 'App' });
  const over = await portal.createKey(bob, app.id, { name: 'Over' });
  await portal.revokeKey(bob, app.id, over.id);
  await expect(tryIt({ apiKeyId: over.id }, bob)).rejects.toMatchObject({ code: 'NotFoundException' });
  const off = await portal.createKey(bob, app.id, { name: 'Off' });
  await world.control.apiKeys.update(testActor('editor'), off.id, { enabled: false });
  await expect(tryIt({ apiKeyId: off.id }, bob)).rejects.toMatchObject({ code: 'AccessDeniedException' });
  expect(sent).toEqual([]);
});
