import type { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { DEFAULT_LISTENER_LIMITS } from './ListenerLimits';
import { DEFAULT_BACKEND_LIMITS } from './outbound/BackendLimits';
import { type RawAnswer, rawClient, rawExchange } from './testing/rawClient';
import { answer, scriptedBackend } from './testing/scriptedBackend';
import { testProxy } from './testing/testProxy';

/** reliability.md section 3, by number. */

const get = (path: string) => `GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`;
const post = (path: string) => get(path).replace('GET', 'POST');
const bodyOf = ({ text }: RawAnswer) => text.slice(text.indexOf('\r\n\r\n') + 4);
/** deadlines that no test reaches: what ends a call then is not a timeout */
const PATIENT = { timeoutInMillis: 60_000 };
const pathOf = (request: string) => request.split(' ')[1] ?? '';

test('1: a client that leaves while it waits for a slot is told apart, and its slot is free at once', async () => {
  const held: Socket[] = [];
  const backend = await scriptedBackend((socket, { text }) => {
    if (pathOf(text) === '/a/hold') held.push(socket);
    else socket.write(answer('ok'));
  });
  const { port, calls, sentTimes } = await testProxy(
    { a: backend.origin },
    { ...PATIENT, backends: { slots: 2, queueMillis: 60_000 } },
  );
  const leavers = Array.from({ length: 64 }, () => rawClient(port));
  for (const { socket } of leavers) socket.write(get('/a/hold'));
  while (calls.length < 64 || held.length < 2) await new Promise(setImmediate);
  for (const { socket } of leavers) socket.destroy();
  expect((await sentTimes(64)).every(({ complete }) => !complete)).toBe(true);
  const polite = await Promise.all(Array.from({ length: 50 }, () => rawExchange(port, get('/a/ok'))));
  expect(polite.map(bodyOf)).toEqual(Array(50).fill('ok'));
  expect(held).toHaveLength(2);
});

test('2: a client that aborts in the middle of an answer ends its backend call and nothing else', async () => {
  const backend = await scriptedBackend((socket, { text }) => {
    if (pathOf(text) === '/a/ok') socket.write(answer('ok'));
    else socket.write('HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\nfirst');
  });
  const { port } = await testProxy({ a: backend.origin }, PATIENT);
  for (let i = 0; i < 30; i += 1) {
    const client = rawClient(port);
    client.socket.write(get('/a/long'));
    await client.until(/first/);
    client.socket.resetAndDestroy();
  }
  expect(bodyOf(await rawExchange(port, get('/a/ok')))).toBe('ok');
  while (backend.open.size > 1) await new Promise(setImmediate);
});

test('3: slow uploads hold no connection to a backend', async () => {
  const backend = await scriptedBackend((socket) => socket.write(answer('ok')));
  const { port, calls } = await testProxy({ a: backend.origin }, { backends: { slots: 4 } });
  const slow = Array.from({ length: 150 }, () => rawClient(port));
  for (const { socket } of slow)
    socket.write('POST /a/slow HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nx');
  while (calls.length < 150) await new Promise(setImmediate);
  const polite = await Promise.all(Array.from({ length: 100 }, () => rawExchange(port, get('/a/ok'))));
  expect(polite.map(bodyOf)).toEqual(Array(100).fill('ok'));
  expect(backend.requests.map(pathOf)).toEqual(Array(100).fill('/a/ok'));
  for (const { socket } of slow) socket.destroy();
});

test('4: a dead backend takes nothing from the others', async () => {
  const dead = await scriptedBackend(() => undefined);
  const alive = await scriptedBackend((socket) => socket.write(answer('ok')));
  const { port, calls } = await testProxy(
    { dead: dead.origin, alive: alive.origin },
    { timeoutInMillis: 8_000 },
  );
  const doomed = Array.from({ length: 300 }, () => rawExchange(port, get('/dead')));
  while (calls.length < 300) await new Promise(setImmediate);
  const polite = await Promise.all(Array.from({ length: 200 }, () => rawExchange(port, get('/alive'))));
  expect(polite.map(bodyOf)).toEqual(Array(200).fill('ok'));
  expect((await Promise.all(doomed)).map(({ statuses }) => statuses[0])).toEqual(Array(300).fill(504));
  expect(dead.connections()).toBeLessThanOrEqual(DEFAULT_BACKEND_LIMITS.slots * 2);
});

test.each<[name: string, die: (socket: Socket) => void]>([
  ['closes', (socket) => socket.end()],
  ['resets', (socket) => socket.resetAndDestroy()],
])('5: a backend that %s used connections costs no GET, and no POST is sent twice', async (_name, die) => {
  const backend = await scriptedBackend((socket, { onConnection }) => {
    if (onConnection > 1) die(socket);
    else socket.write(answer('ok'));
  });
  const { port } = await testProxy({ a: backend.origin });
  for (let i = 0; i < 40; i += 1)
    expect((await rawExchange(port, get(`/a/get${i}`))).statuses).toEqual([200]);
  expect(backend.requests.length).toBeGreaterThan(40);
  for (let i = 0; i < 40; i += 1) await rawExchange(port, post(`/a/post${i}`));
  const posted = backend.requests.map(pathOf).filter((path) => path.startsWith('/a/post'));
  expect(posted).toEqual(Array.from({ length: 40 }, (_, i) => `/a/post${i}`));
});

test('5: the second try goes out on a fresh connection, not on another that is idle', async () => {
  let warm: () => void = () => undefined;
  const warmed = new Promise<void>((resolve) => {
    warm = resolve;
  });
  const backend = await scriptedBackend(async (socket, { number, onConnection }) => {
    if (onConnection > 1) return socket.resetAndDestroy();
    if (number === 5) warm();
    await warmed;
    return socket.write(answer('ok'));
  });
  const { port } = await testProxy({ a: backend.origin });
  await Promise.all(Array.from({ length: 5 }, () => rawExchange(port, get('/a/warm'))));
  expect(backend.connections()).toBe(5);
  for (let i = 0; i < 5; i += 1) expect((await rawExchange(port, get('/a'))).statuses).toEqual([200]);
});

test('5: a request whose answer has begun is not sent again', async () => {
  const backend = await scriptedBackend((socket) =>
    socket.write('HTTP/1.1 200', () => socket.resetAndDestroy()),
  );
  const { port } = await testProxy({ a: backend.origin });
  expect((await rawExchange(port, get('/a'))).statuses).toEqual([504]);
  expect(backend.requests).toHaveLength(1);
});

test('6: a head has 10 s, checked every second; a slowloris is closed by then', async () => {
  const { headersTimeout, connectionsCheckingInterval } = DEFAULT_LISTENER_LIMITS;
  expect([headersTimeout, connectionsCheckingInterval]).toEqual([10_000, 1_000]);
  const { port, calls } = await testProxy({}, { listener: { headersTimeout: 100 } });
  expect((await rawExchange(port, 'GET / HTTP/1.1\r\nHost: a\r\nX:')).statuses).toEqual([408]);
  expect(calls).toHaveLength(0);
});

test('7: a byte at a time is not let through for ever, in either direction', async () => {
  for (const { minBodyRate, rateWindow } of [DEFAULT_LISTENER_LIMITS, DEFAULT_BACKEND_LIMITS]) {
    expect([minBodyRate, rateWindow]).toEqual([500, 10_000]);
  }
  const backend = await scriptedBackend((socket) => {
    socket.write('HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nx');
    dripInto(socket);
  });
  const fast = { rateWindow: 200 };
  const { port, sentTimes } = await testProxy(
    { a: backend.origin },
    { timeoutInMillis: 2_000, listener: fast, backends: fast },
  );
  const up = rawClient(port);
  up.socket.write('POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n');
  dripInto(up.socket);
  expect((await up.closed).statuses).toEqual([408]);
  await rawExchange(port, get('/a'));
  expect(await sentTimes(2)).toMatchObject([{ status: 408 }, { status: 200, complete: false }]);
});

test.each([
  ['two Hosts', 'GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n', 400],
  ['HTTP/2.0 on the line', 'GET / HTTP/2.0\r\nHost: a\r\n\r\n', 505],
  ['HTTP/0.9 on the line', 'GET / HTTP/0.9\r\nHost: a\r\n\r\n', 505],
  [
    'Transfer-Encoding under 1.0',
    'POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    400,
  ],
  ['# in the target', 'GET /a#b HTTP/1.1\r\nHost: a\r\n\r\n', 400],
  ['a foreign absolute-form', 'GET http://b/ HTTP/1.1\r\nHost: a\r\n\r\n', 400],
  ['..', 'GET /a/../b HTTP/1.1\r\nHost: a\r\n\r\n', 400],
  ['%2e%2e', 'GET /a/%2e%2e/b HTTP/1.1\r\nHost: a\r\n\r\n', 400],
])('8: %s, which the parser lets pass, stops at the gate', async (_name, bytes, status) => {
  const { port, calls } = await testProxy({});
  expect((await rawExchange(port, bytes)).statuses).toEqual([status]);
  expect(calls).toHaveLength(0);
});

test('9: an answer that comes late on a used connection reaches nobody', async () => {
  const backend = await scriptedBackend((socket, { text }) => {
    socket.write(answer(pathOf(text)));
    if (!pathOf(text).startsWith('/poison')) return;
    socket.write(answer('foreign'));
    setImmediate(() => socket.destroyed || socket.write(answer('foreign')));
  });
  const { port } = await testProxy({ poison: backend.origin, a: backend.origin, b: backend.origin });
  for (let round = 0; round < 20; round += 1) {
    const paths = ['poison', 'a', 'b', 'poison'].map((route) => `/${route}/${round}`);
    const answers = await Promise.all(paths.map((path) => rawExchange(port, get(path))));
    expect(answers.map(bodyOf)).toEqual(paths);
  }
  expect(backend.connections()).toBeLessThanOrEqual(44);
});

test.each<[name: string, status: number, head: string]>([
  ['an unknown Transfer-Encoding', 502, 'Transfer-Encoding: cow\r\n\r\nwhole?'],
  ['both lengths', 502, 'Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'],
  ['a head and no body', 504, 'Content-Length: 5\r\n\r\n'],
])('10: an answer with %s does not look whole: %i', async (_name, status, head) => {
  const backend = await scriptedBackend((socket) =>
    socket.write(`HTTP/1.1 200 OK\r\n${head}`, () => socket.resetAndDestroy()),
  );
  const { port } = await testProxy({ a: backend.origin });
  const { statuses, text } = await rawExchange(port, get('/a'));
  expect(statuses).toEqual([status]);
  expect(text).not.toContain('whole?');
});

function dripInto(socket: Socket): void {
  const timer = setInterval(() => socket.write('x'), 20);
  socket.on('close', () => clearInterval(timer)).on('error', () => undefined);
}
