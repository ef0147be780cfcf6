import { createServer as createTlsServer } from 'node:https';
import type { Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { createBackends } from './backends';
import { Departure } from './Departure';
import { createEgressGuard } from './egressGuard';
import type { BackendLimits } from './outbound/BackendLimits';
import { answer, closedPort, scriptedBackend } from './testing/scriptedBackend';
import { SELF_SIGNED } from './testing/selfSigned';
import { callOf, OK, testBackends, textOf } from './testing/testBackends';

test('a call is sent as it is, with framing of our own', async () => {
  const backend = await scriptedBackend(OK);
  const call = callOf(`${backend.origin}/a%2Fb//c;d?e=%20f`, {
    method: 'POST',
    headers: [
      ['X-A', '1'],
      ['x-a', '2'],
      ['Host', 'other'],
      ['Connection', 'X-A'],
      ['Transfer-Encoding', 'chunked'],
      ['Content-Length', '99'],
      ['Expect', '100-continue'],
      ['Upgrade', 'h2c'],
      ['TE', 'trailers'],
    ],
    body: Buffer.from('hi'),
  });
  expect(await textOf(testBackends(), call)).toBe('ok');
  const [head = '', body] = (backend.requests[0] ?? '').split('\r\n\r\n');
  expect(head.split('\r\n').sort()).toEqual(
    [
      'POST /a%2Fb//c;d?e=%20f HTTP/1.1',
      'X-A: 1',
      'connection: keep-alive',
      'content-length: 2',
      'host: other',
      'x-a: 2',
    ].sort(),
  );
  expect(body).toBe('hi');
});

test('headers of an answer keep order, case and repetition', async () => {
  const backend = await scriptedBackend((socket) =>
    socket.write(answer('x', 'Set-Cookie: a\r\nX-B: \xe9\r\nset-cookie: b\r\n')),
  );
  const { headers } = await testBackends().call(callOf(backend.origin));
  expect(headers).toEqual([
    ['Content-Length', '1'],
    ['Set-Cookie', 'a'],
    ['X-B', 'Ã©'],
    ['set-cookie', 'b'],
  ]);
});

test.each([
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
])('%s gets its answer', async (method) => {
  const backend = await scriptedBackend((socket) =>
    socket.write(method === 'HEAD' ? answer('').replace('0', '5') : answer('ok')),
  );
  const backends = testBackends();
  expect(await textOf(backends, callOf(backend.origin, { method }))).toBe(method === 'HEAD' ? '' : 'ok');
});

test('connections are used again, one integration after the other has none of them', async () => {
  const backend = await scriptedBackend(OK);
  const backends = testBackends();
  for (let i = 0; i < 5; i += 1) {
    await textOf(backends, callOf(backend.origin));
    await new Promise(setImmediate);
  }
  expect(backend.connections()).toBe(1);
  await textOf(backends, callOf(backend.origin, { integrationKey: 'b' }));
  expect(backend.connections()).toBe(2);
});

test('a redirect is the answer and is not followed', async () => {
  const other = await scriptedBackend(OK);
  const backend = await scriptedBackend((socket) =>
    socket.write(`HTTP/1.1 302 Found\r\nLocation: ${other.origin}\r\nContent-Length: 0\r\n\r\n`),
  );
  expect((await testBackends().call(callOf(backend.origin))).status).toBe(302);
  expect(other.connections()).toBe(0);
});

test('1xx answers are skipped', async () => {
  const backend = await scriptedBackend((socket) =>
    socket.write(`HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n${answer('ok')}`),
  );
  expect(await textOf(testBackends(), callOf(backend.origin))).toBe('ok');
});

test.each<[name: string, reason: string, url: (port: number) => string]>([
  ['refuses', 'unreachable', (port) => `http://127.0.0.1:${port}/`],
  ['has no address', 'unreachable', () => 'http://nothing.invalid/'],
  ['has a dot segment', 'bad-url', (port) => `http://127.0.0.1:${port}/a/../b`],
  ['has an encoded dot segment', 'bad-url', (port) => `http://127.0.0.1:${port}/a/%2e%2e/b`],
  ['has a backslash', 'bad-url', (port) => `http://127.0.0.1:${port}\\@a/b`],
  ['has a line end', 'bad-url', (port) => `http://127.0.0.1:${port}/a\r\nX: y`],
  ['has a user', 'bad-url', (port) => `http://a@127.0.0.1:${port}/`],
])('a URL that %s: %s', async (_name, reason, url) => {
  await expect(testBackends().call(callOf(url(await closedPort())))).rejects.toMatchObject({ reason });
});

/** reliability.md 4.3, B6: in this direction. */
test.each<[name: string, value: string]>([
  ['X', 'a\r\nY: b'],
  ['X', 'a\nb'],
  ['X', 'a\0b'],
  ['X\r\nY', 'a'],
  ['X: Y', 'a'],
  ['', 'a'],
])('B6 header %j: %j is not sent', async (name, value) => {
  const backend = await scriptedBackend(OK);
  const call = callOf(backend.origin, { headers: [[name, value]] });
  await expect(testBackends().call(call)).rejects.toMatchObject({ reason: 'bad-url' });
  expect(backend.requests).toEqual([]);
});

test('F16 a certificate that nobody vouches for is refused', async () => {
  const server = createTlsServer(SELF_SIGNED, (_request, response) => response.end('secret'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
  });
  const address = server.address();
  const port = address && typeof address === 'object' ? address.port : 0;
  await expect(testBackends().call(callOf(`https://127.0.0.1:${port}/`))).rejects.toMatchObject({
    reason: 'unreachable',
  });
});

test('a client that is gone already is told so, and nothing is sent', async () => {
  const backend = await scriptedBackend(OK);
  const clientGone = new Departure();
  clientGone.announce();
  const call = callOf(backend.origin, { clientGone });
  await expect(testBackends().call(call)).rejects.toMatchObject({ reason: 'client-gone' });
  expect(backend.requests).toEqual([]);
});

test('the queue for slots is bounded in number and time', async () => {
  const backend = await scriptedBackend(() => undefined);
  const backends = testBackends({ slots: 2, queue: 1, queueMillis: 50 });
  const outcomes = Array.from({ length: 4 }, () =>
    backends
      .call(callOf(backend.origin, { timeoutInMillis: 500 }))
      .catch(({ reason }: { reason: string }) => ({ reason })),
  );
  expect(await Promise.all(outcomes)).toMatchObject([
    { reason: 'timeout' },
    { reason: 'timeout' },
    { reason: 'busy' },
    { reason: 'busy' },
  ]);
});

test('a client that leaves the queue is told at once and makes room in it', async () => {
  const held: Socket[] = [];
  const backend = await scriptedBackend((socket, { number }) => {
    if (number === 1) held.push(socket);
    else socket.write(answer('ok'));
  });
  const backends = testBackends({ slots: 1, queue: 1 });
  const first = textOf(backends, callOf(backend.origin));
  const clientGone = new Departure();
  const leaves = backends.call(callOf(backend.origin, { clientGone }));
  clientGone.announce();
  await expect(leaves).rejects.toMatchObject({ reason: 'client-gone' });
  const second = textOf(backends, callOf(backend.origin));
  while (held.length === 0) await new Promise(setImmediate);
  held[0]?.write(answer('ok'));
  expect(await Promise.all([first, second])).toEqual(['ok', 'ok']);
  expect(backend.requests).toHaveLength(2);
});

/** Backends whose clock the test moves, and what a POST to them ends with. */
function clockedBackends(origin: string, limits: Partial<BackendLimits>) {
  let time = 0;
  const clock = { now: () => 0, monotonic: () => time };
  const egress = createEgressGuard({ allowList: [], ownPorts: [] });
  const backends = createBackends({ clock, egress, limits });
  onTestFinished(() => backends.close());
  const outcome = (clientGone = new Departure()) =>
    textOf(backends, callOf(origin, { method: 'POST', clientGone })).catch(
      ({ reason }: { reason: string }) => reason,
    );
  const forward = (millis: number) => {
    time += millis;
  };
  return { outcome, forward };
}

test('the breaker opens after failures in a row, probes once, and closes on success', async () => {
  let broken = true;
  const backend = await scriptedBackend((socket) => {
    if (broken) socket.resetAndDestroy();
    else socket.write(answer('ok'));
  });
  const { outcome, forward } = clockedBackends(backend.origin, {
    breakerFailures: 3,
    breakerOpenMillis: 1_000,
  });
  expect([await outcome(), await outcome(), await outcome()]).toEqual(Array(3).fill('unreachable'));
  expect([await outcome(), await outcome()]).toEqual(['busy', 'busy']);
  expect(backend.requests).toHaveLength(3);
  forward(1_000);
  expect(await Promise.all([outcome(), outcome()])).toEqual(['unreachable', 'busy']);
  expect(await outcome()).toBe('busy');
  broken = false;
  forward(1_000);
  expect([await outcome(), await outcome()]).toEqual(['ok', 'ok']);
});

test('a probe whose client leaves tells nothing: the next call probes', async () => {
  const backend = await scriptedBackend((socket, { number }) => {
    if (number === 1) socket.resetAndDestroy();
    else socket.write(answer('ok'));
  });
  const { outcome, forward } = clockedBackends(backend.origin, {
    breakerFailures: 1,
    breakerOpenMillis: 1_000,
  });
  expect([await outcome(), await outcome()]).toEqual(['unreachable', 'busy']);
  forward(1_000);
  const gone = new Departure();
  gone.announce();
  expect(await outcome(gone)).toBe('client-gone');
  expect(await outcome()).toBe('ok');
});

test('an integration that is called no more is forgotten, with its breaker', async () => {
  const { outcome, forward } = clockedBackends(`http://127.0.0.1:${await closedPort()}`, {
    breakerFailures: 1,
    breakerOpenMillis: Number.POSITIVE_INFINITY,
    integrationIdleMillis: 20,
  });
  expect([await outcome(), await outcome()]).toEqual(['unreachable', 'busy']);
  do {
    forward(100);
    await new Promise((resolve) => setTimeout(resolve, 20));
  } while ((await outcome()) === 'busy');
});

test('one failure among successes does not open the breaker', async () => {
  const backend = await scriptedBackend((socket, { number }) => {
    if (number % 2) socket.resetAndDestroy();
    else socket.write(answer('ok'));
  });
  const backends = testBackends({ breakerFailures: 2 });
  const outcomes: string[] = [];
  for (let i = 0; i < 10; i += 1) {
    outcomes.push(
      await textOf(backends, callOf(backend.origin, { method: 'POST' })).catch((failure) => failure.reason),
    );
    await new Promise(setImmediate);
  }
  expect(outcomes).toEqual(Array(5).fill(['unreachable', 'ok']).flat());
});

test('connections are closed when idle, and an integration that is called no more is forgotten', async () => {
  const backend = await scriptedBackend(OK);
  const backends = testBackends({ connectionIdleMillis: 20, integrationIdleMillis: 40 });
  for (let key = 0; key < 20; key += 1)
    await textOf(backends, callOf(backend.origin, { integrationKey: String(key) }));
  while (backend.open.size > 0) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(await textOf(backends, callOf(backend.origin))).toBe('ok');
});

test('after close nothing is called', async () => {
  const backend = await scriptedBackend(OK);
  const backends = testBackends();
  await textOf(backends, callOf(backend.origin));
  await backends.close();
  await expect(backends.call(callOf(backend.origin))).rejects.toMatchObject({ reason: 'busy' });
  while (backend.open.size > 0) await new Promise(setImmediate);
});
