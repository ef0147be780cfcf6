import { createServer as createTlsServer } from 'node:https';
import type { Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import type { BackendCall, Backends } from './BackendCall';
import { createBackends } from './backends';
import { createEgressGuard } from './egressGuard';
import type { BackendLimits } from './outbound/BackendLimits';
import { realClock } from './testing/realClock';
import { answer, closedPort, type Script, scriptedBackend } from './testing/scriptedBackend';
import { SELF_SIGNED } from './testing/selfSigned';

function testBackends(limits: Partial<BackendLimits> = {}): Backends {
  const egress = createEgressGuard({ allowList: [], ownPorts: [] });
  const backends = createBackends({ clock: realClock, egress, limits });
  onTestFinished(() => backends.close());
  return backends;
}

function callOf(url: string, change: Partial<BackendCall> = {}): BackendCall {
  const { signal } = new AbortController();
  return {
    integrationKey: 'a',
    method: 'GET',
    url,
    headers: [],
    body: undefined,
    timeoutInMillis: 2_000,
    signal,
    ...change,
  };
}

async function textOf(backends: Backends, call: BackendCall): Promise<string> {
  const { body } = await backends.call(call);
  const chunks: Buffer[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

const OK: Script = (socket) => socket.write(answer('ok'));

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
  const { headers, body } = await testBackends().call(callOf(backend.origin));
  body.resume();
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

const CHUNKED = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n';

/** reliability.md 4.2, F7: what breaks before the first byte of the body is a failure with a reason. */
test.each<[name: string, reason: string, script: Script]>([
  ['resets at once', 'unreachable', (socket) => socket.resetAndDestroy()],
  ['closes at once', 'unreachable', (socket) => socket.end()],
  [
    'resets in the head',
    'unreachable',
    (socket) => socket.write('HTTP/1.1 200 OK\r\nX: ', () => socket.resetAndDestroy()),
  ],
  ['closes in the head', 'unreachable', (socket) => socket.end('HTTP/1.1 200 OK\r\nX: ')],
  [
    'resets after the head',
    'unreachable',
    (socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n', () => socket.resetAndDestroy()),
  ],
  [
    'closes after the head',
    'garbage unreachable',
    (socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n'),
  ],
  ['says nothing', 'timeout', () => undefined],
  ['stalls in the head', 'timeout', (socket) => socket.write('HTTP/1.1 200 OK\r\n')],
  [
    'stalls after the head',
    'timeout',
    (socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n'),
  ],
  ['stalls in its chunks', 'timeout', (socket) => socket.write(CHUNKED)],
  ['says 1xx for ever', 'garbage', (socket) => socket.write('HTTP/1.1 103 Early Hints\r\n\r\n'.repeat(50))],
  ['says 100 for ever', 'garbage', (socket) => socket.write('HTTP/1.1 100 Continue\r\n\r\n'.repeat(50))],
  [
    'switches protocols unasked',
    'garbage',
    (socket) => socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n'),
  ],
  ['is no HTTP server', 'garbage', (socket) => socket.write('SSH-2.0-OpenSSH\r\n')],
  ['sends bytes', 'garbage', (socket) => socket.write('\x00\x01\x02\x03'.repeat(100))],
  ['speaks HTTP/2', 'garbage', (socket) => socket.write('\x00\x00\x00\x04\x00\x00\x00\x00\x00')],
  ['has a bad status', 'garbage', (socket) => socket.write('HTTP/1.1 2000 OK\r\n\r\n')],
  ['has status 000', 'garbage', (socket) => socket.write('HTTP/1.1 000 OK\r\nContent-Length: 0\r\n\r\n')],
  [
    'has an unknown version',
    'garbage',
    (socket) => socket.write('HTTP/9.9 200 OK\r\nContent-Length: 0\r\n\r\n'),
  ],
  ['folds headers', 'garbage', (socket) => socket.write(answer('x', 'X: y\r\n z\r\n'))],
  ['has NUL in a header', 'garbage', (socket) => socket.write(answer('x', 'X: y\0\r\n'))],
  ['has a bare line feed', 'garbage', (socket) => socket.write(answer('x', 'X: y\nZ: a\r\n'))],
  ['has a space before the colon', 'garbage', (socket) => socket.write(answer('x', 'X : y\r\n'))],
  ['has both lengths', 'garbage', (socket) => socket.write(answer('x', 'Transfer-Encoding: chunked\r\n'))],
  ['has two lengths', 'garbage', (socket) => socket.write(answer('x', 'Content-Length: 2\r\n'))],
  ['has the same length twice', 'garbage', (socket) => socket.write(answer('x', 'Content-Length: 1\r\n'))],
  [
    'has a negative length',
    'garbage',
    (socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n'),
  ],
  [
    'has a length of letters',
    'garbage',
    (socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n'),
  ],
  [
    'has a list of lengths',
    'garbage',
    (socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 1, 1\r\n\r\nx'),
  ],
  ['has coding cow', 'garbage', (socket) => socket.end('HTTP/1.1 200 OK\r\nTransfer-Encoding: cow\r\n\r\nx')],
  [
    'has coding identity',
    'garbage',
    (socket) => socket.end('HTTP/1.1 200 OK\r\nTransfer-Encoding: identity\r\n\r\nx'),
  ],
  [
    'has codings gzip, chunked',
    'garbage',
    (socket) => socket.write('HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n'),
  ],
  [
    'has chunked twice',
    'garbage',
    (socket) =>
      socket.write(
        'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      ),
  ],
  ['has a bad chunk size', 'garbage', (socket) => socket.write(`${CHUNKED}zz\r\n`)],
  ['closes before the first chunk', 'garbage unreachable', (socket) => socket.end(CHUNKED)],
  [
    'has a header of 100 KB',
    'garbage',
    (socket) => socket.write(answer('x', `X: ${'a'.repeat(100_000)}\r\n`)),
  ],
  ['has 20,000 headers', 'garbage', (socket) => socket.write(answer('x', 'X: a\r\n'.repeat(20_000)))],
  [
    'has headers without end',
    'garbage',
    (socket) => socket.write(`HTTP/1.1 200 OK\r\n${'X: a\r\n'.repeat(100_000)}`),
  ],
])('F7 a backend that %s: %s', async (_name, reasons, script) => {
  const backend = await scriptedBackend(script);
  const backends = testBackends();
  const outcome = backends.call(callOf(backend.origin, { timeoutInMillis: 300 })).then(
    () => 'answered',
    (failure: { reason: string }) => failure.reason,
  );
  expect(reasons.split(' ')).toContain(await outcome);
  const good = await scriptedBackend(OK);
  expect(await textOf(backends, callOf(good.origin, { integrationKey: 'good' }))).toBe('ok');
});

/** What breaks after the first byte cuts the body: the answer is under way. */
test.each<[name: string, script: Script]>([
  [
    'resets in the body',
    (socket) =>
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nab', () =>
        setImmediate(() => socket.resetAndDestroy()),
      ),
  ],
  ['closes in the body', (socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nab')],
  ['closes in its chunks', (socket) => socket.end(`${CHUNKED}2\r\nab\r\n`)],
  ['closes before the last chunk', (socket) => socket.end(`${CHUNKED}2\r\nab\r\n0`)],
  ['breaks its chunks', (socket) => socket.write(`${CHUNKED}2\r\nab\r\nzz\r\n`)],
  ['drips', (socket) => drip(socket, 'HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nab')],
])('F7 a backend that %s: the body is destroyed with an error', async (_name, script) => {
  const backend = await scriptedBackend(script);
  const backends = testBackends({ rateWindow: 200 });
  await expect(textOf(backends, callOf(backend.origin))).rejects.toThrow();
});

test('a consumer that is slow is not held against the backend', async () => {
  const backend = await scriptedBackend((socket) => socket.write(answer('x'.repeat(2_000_000))));
  const dripping = await scriptedBackend((socket) =>
    drip(socket, `HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n${'x'.repeat(1_000)}`),
  );
  const backends = testBackends({ rateWindow: 100 });
  const { body } = await backends.call(callOf(backend.origin));
  // It outlasts one window; once it is cut off, the other was judged in two.
  await expect(textOf(backends, callOf(dripping.origin))).rejects.toMatchObject({ reason: 'timeout' });
  let length = 0;
  for await (const chunk of body) length += (chunk as Buffer).length;
  expect(length).toBe(2_000_000);
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
  const call = callOf(backend.origin, { signal: AbortSignal.abort() });
  await expect(testBackends().call(call)).rejects.toMatchObject({ reason: 'client-gone' });
  expect(backend.requests).toEqual([]);
});

test('the queue for slots is bounded in number and time', async () => {
  const backend = await scriptedBackend(() => undefined);
  const backends = testBackends({ slots: 2, queue: 1, queueMillis: 50 });
  const started = performance.now();
  const outcomes = Array.from({ length: 4 }, () =>
    backends.call(callOf(backend.origin, { timeoutInMillis: 500 })).catch((failure: { reason: string }) => ({
      reason: failure.reason,
      after: performance.now() - started,
    })),
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
  const leaver = new AbortController();
  const leaves = backends.call(callOf(backend.origin, { signal: leaver.signal }));
  leaver.abort();
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
  const outcome = (signal = new AbortController().signal) =>
    textOf(backends, callOf(origin, { method: 'POST', signal })).catch(
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
  expect(await outcome(AbortSignal.abort())).toBe('client-gone');
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

function drip(
  socket: { write(text: string): boolean; destroyed: boolean; on(event: 'close', then: () => void): unknown },
  first: string,
) {
  socket.write(first);
  const timer = setInterval(() => socket.write('x'), 20);
  socket.on('close', () => clearInterval(timer));
}
