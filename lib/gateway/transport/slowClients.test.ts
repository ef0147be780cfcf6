import { Readable } from 'node:stream';
import { setInterval as every } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Request } from './Request';
import { rawClient, rawExchange } from './testing/rawClient';
import { okReply, testListener } from './testing/testListener';

/** The product's figures divided by a hundred or more. */
const FAST = {
  headersTimeout: 300,
  requestTimeout: 10_000,
  rateWindow: 200,
  minBodyRate: 500,
  stalledReader: 200,
};

const echo = async (request: Request) => okReply(await request.readBody());
const HEAD = 'POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n';

/** reliability.md 4.3, B3: sends one part, then drips the other, a byte every 20 ms, until the server closes. */
async function drip(port: number, first: string, rest: string) {
  const client = rawClient(port);
  client.socket.write(first);
  const dripping = (async () => {
    let at = 0;
    for await (const _ of every(20)) {
      if (client.socket.destroyed || at >= rest.length) return;
      client.socket.write(rest.charAt(at));
      at += 1;
    }
  })();
  const answer = await client.closed;
  await dripping;
  return answer;
}

test.each<[name: string, first: string, rest: string, statuses: number[]]>([
  ['says nothing', '', '', [408]],
  ['sends half a request line', 'GET /a', '', [408]],
  ['sends half a head', 'GET /a HTTP/1.1\r\nHost: a\r\n', '', [408]],
  ['drips a head (slowloris)', 'GET /a HTTP/1.1\r\nHost: a\r\n', 'X: a\r\n'.repeat(1000), [408]],
  ['drips a request line', 'GET /', 'a'.repeat(1000), [408]],
  ['sends no body', HEAD, '', [408]],
  ['drips a body', HEAD, 'x'.repeat(1000), [408]],
  ['starts fast, then drips', `${HEAD}${'x'.repeat(500)}`, 'x'.repeat(499), [408]],
  [
    'drips chunks',
    'POST /a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n',
    '1\r\nx\r\n'.repeat(300),
    [408],
  ],
  [
    'stays after a chunk size',
    'POST /a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n',
    '',
    [408],
  ],
  [
    'wants to go on and does not',
    'POST /a HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n',
    '',
    [100, 408],
  ],
  ['drips a second request', 'GET /a HTTP/1.1\r\nHost: a\r\n\r\nGET /', 'a'.repeat(1000), [200, 408]],
])('B3 a client that %s is answered 408 and closed', async (_name, first, rest, statuses) => {
  const { port, sentTimes } = await testListener(echo, FAST);
  expect((await drip(port, first, rest)).statuses).toEqual(statuses);
  const calls = statuses.length - (statuses[0] === 100 ? 1 : 0) - (first.startsWith('POST') ? 0 : 1);
  expect(await sentTimes(calls)).toHaveLength(calls);
});

test('B3 a request that is not whole within the request timeout is answered 408 although its rate is fine', async () => {
  const { port } = await testListener(echo, {
    ...FAST,
    requestTimeout: 500,
    minBodyRate: 1,
  });
  expect((await drip(port, HEAD, 'x'.repeat(1000))).statuses).toEqual([408]);
});

test.each([
  ['a buffer', () => Buffer.alloc(20_000_000)],
  ['a stream', () => Readable.from(pieces())],
])('B3 a client that does not read %s is cut off', async (_name, body) => {
  const { port, sentTimes } = await testListener(async () => okReply(body()), FAST);
  const client = rawClient(port);
  client.socket.pause();
  client.socket.write('GET /a HTTP/1.1\r\nHost: a\r\n\r\n');
  expect(await sentTimes(1)).toMatchObject([{ complete: false }]);
  client.socket.resume();
  await client.closed;
});

test('a stream that waits for its source is not held against the client', async () => {
  const source = new Readable({ read: () => undefined });
  const reply = { '/waits': okReply(source), '/large': okReply(Buffer.alloc(20_000_000)) };
  const { port, sentTimes } = await testListener(async ({ path }) => reply[path as keyof typeof reply], FAST);
  const client = rawClient(port);
  client.socket.write('GET /waits HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n');
  source.push('a');
  await client.until(/a\r\n$/);
  const stalled = rawClient(port);
  stalled.socket.pause();
  stalled.socket.write('GET /large HTTP/1.1\r\nHost: a\r\n\r\n');
  // Once this one is cut off, the other has been judged too.
  expect(await sentTimes(1)).toMatchObject([{ path: '/large', complete: false }]);
  source.push('b');
  source.push(null);
  expect((await client.closed).text).toMatch(/b\r\n0\r\n\r\n$/);
});

test.each([
  ['before its head is whole', 'GET /a HTTP/1.1\r\n'],
  ['in its body', `${HEAD}xx`],
])('B3 a client that vanishes %s does no harm', async (_name, bytes) => {
  const { port } = await testListener(echo);
  const client = rawClient(port);
  client.socket.write(bytes, () => client.socket.resetAndDestroy());
  await client.closed;
  const { statuses } = await rawExchange(port, 'GET /a HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n');
  expect(statuses).toEqual([200]);
});

test('B3 polite calls are served beside 200 clients that drip', async () => {
  const { port } = await testListener(echo, { ...FAST, headersTimeout: 3_000, rateWindow: 3_000 });
  const impolite = Array.from({ length: 200 }, (_, i) =>
    drip(port, i % 2 ? HEAD : 'GET /a', 'x'.repeat(900)),
  );
  const polite = await Promise.all(
    Array.from({ length: 50 }, () =>
      rawExchange(port, 'GET /a HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'),
    ),
  );
  expect(polite.map(({ statuses }) => statuses[0])).toEqual(Array(50).fill(200));
  expect((await Promise.all(impolite)).map(({ statuses }) => statuses[0])).toEqual(Array(200).fill(408));
});

function* pieces(): Generator<Buffer> {
  for (;;) yield Buffer.alloc(65_536);
}
