import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { BackendFailure } from './BackendCall';
import type { Reply } from './Request';
import { rawClient, rawExchange } from './testing/rawClient';
import { okReply, testListener } from './testing/testListener';

const CLOSE = 'Connection: close\r\n';
const GET = `GET /a HTTP/1.1\r\nHost: a\r\n${CLOSE}\r\n`;

test('a request is handed over as it was sent', async () => {
  const { port, calls } = await testListener(async (request) => okReply(await request.readBody()));
  const { text } = await rawExchange(
    port,
    `POST /a%2Fb?c=d HTTP/1.1\r\nHost: A:1\r\nX-B: 1\r\n${CLOSE}Content-Length: 2\r\n\r\nhi`,
  );
  const [call] = calls;
  expect(call).toMatchObject({
    method: 'POST',
    path: '/a%2Fb',
    query: 'c=d',
    host: 'a:1',
    protocol: 'HTTP/1.1',
  });
  expect(call?.sourceIp).toBe('127.0.0.1');
  expect(call?.headers).toContainEqual(['X-B', '1']);
  expect(call?.header('x-b')).toBe('1');
  expect(call?.header('x-c')).toBeUndefined();
  expect(text).toMatch(/^HTTP\/1.1 200 OK\r\n[\s\S]*Content-Length: 2\r\n[\s\S]*\r\n\r\nhi$/);
});

test('a connection that stays is told in one header, as AWS does', async () => {
  const { port } = await testListener(async () => okReply('hi'));
  const { headers } = await fetch(`http://127.0.0.1:${port}/`);
  expect([headers.get('connection'), headers.get('keep-alive')]).toEqual(['keep-alive', null]);
});

test('chunks are joined, chunk extensions and trailers are dropped', async () => {
  const { port } = await testListener(async (request) => okReply(await request.readBody()));
  const { text } = await rawExchange(
    port,
    `POST /a HTTP/1.1\r\nHost: a\r\n${CLOSE}Transfer-Encoding: chunked\r\n\r\n2;a=b\r\nhe\r\n3\r\nllo\r\n0\r\nX: y\r\n\r\n`,
  );
  expect(text).toMatch(/\r\n\r\nhello$/);
});

test.each<[name: string, reply: Reply, head: RegExp, body: string]>([
  ['a string', okReply('é'), /Content-Length: 2\r/, '\xc3\xa9'],
  [
    'a stream',
    okReply(Readable.from([Buffer.from('ab'), Buffer.from('c')])),
    /Transfer-Encoding: chunked\r/,
    '2\r\nab\r\n1\r\nc\r\n0\r\n\r\n',
  ],
  [
    'a stream of known length',
    okReply(Readable.from([Buffer.from('abc')]), [['content-length', '3']]),
    /Content-Length: 3\r/,
    'abc',
  ],
  ['an empty stream', okReply(Readable.from([])), /Content-Length: 0\r/, ''],
  [
    '204',
    { status: 204, headers: [['Content-Length', '3']], body: 'abc' },
    /^HTTP\/1.1 204 (?![\s\S]*Content-Length)/,
    '',
  ],
  ['304', { status: 304, headers: [['ETag', '"x"']], body: 'abc' }, /ETag: "x"/, ''],
  [
    'connection-level headers',
    okReply('x', [
      ['Transfer-Encoding', 'cow'],
      ['Upgrade', 'h2c'],
      ['Keep-Alive', 'timeout=1'],
    ]),
    /^(?![\s\S]*(?:cow|h2c|timeout=1))/,
    'x',
  ],
  [
    'repeated headers',
    okReply('x', [
      ['Set-Cookie', 'a=1'],
      ['Set-Cookie', 'b=2'],
    ]),
    /Set-Cookie: a=1\r\nSet-Cookie: b=2\r/,
    'x',
  ],
])('writes %s', async (_name, reply, head, body) => {
  const { port, sentTimes } = await testListener(async () => reply);
  const { text } = await rawExchange(port, GET);
  const split = text.indexOf('\r\n\r\n');
  expect(text.slice(0, split + 2)).toMatch(head);
  expect(text.slice(split + 4)).toBe(body);
  expect(await sentTimes(1)).toMatchObject([{ status: reply.status, complete: true }]);
});

test('HEAD has the headers of the answer and no body', async () => {
  const { port } = await testListener(async () => okReply('abc'));
  const { text } = await rawExchange(port, `HEAD /a HTTP/1.1\r\nHost: a\r\n${CLOSE}\r\n`);
  expect(text).toMatch(/^HTTP\/1.1 200 OK\r\n[\s\S]*\r\n\r\n$/);
});

test('a large body arrives whole and is counted', async () => {
  const body = Buffer.alloc(3_000_000, 'x');
  const { port, sentTimes } = await testListener(async () => okReply(body));
  const { text } = await rawExchange(port, GET);
  expect(text.slice(text.indexOf('\r\n\r\n') + 4)).toHaveLength(body.length);
  expect(await sentTimes(1)).toMatchObject([{ bodyBytes: body.length, complete: true }]);
});

/** reliability.md 4.3, B6: in this direction. */
test.each<[name: string, value: string]>([
  ['X\r\nY', 'a'],
  ['X: a\r\nY', 'a'],
  ['X Y', 'a'],
  ['', 'a'],
  ['X', 'a\r\nSet-Cookie: b'],
  ['X', 'a\nSet-Cookie: b'],
  ['X', 'a\rb'],
  ['X', 'a\0b'],
  ['X', '\x0b'],
  ['X', '\x7f'],
])('B6 header %j: %j is answered 500 and not written', async (name, value) => {
  const { port, sentTimes } = await testListener(async () => okReply('x', [[name, value]]));
  const { text, statuses } = await rawExchange(port, GET);
  expect(statuses).toEqual([500]);
  expect(text).not.toContain('Set-Cookie');
  expect(await sentTimes(1)).toMatchObject([{ status: 500, complete: true }]);
});

test.each([0, 99, 100, 101, 199, 1000, 200.5, Number.NaN])('status %d is answered 500', async (status) => {
  const { port } = await testListener(async () => ({ status, headers: [], body: '' }));
  expect((await rawExchange(port, GET)).statuses).toEqual([500]);
});

test.each([
  ['U+2028 and letters outside Latin-1', 'a\u2028漢'],
  ['line ends in disguise', 'a\u560d\u560ab'],
])('B6 %s go out as UTF-8 bytes', async (_name, value) => {
  const { port } = await testListener(async () => okReply('x', [['X', value]]));
  const { text } = await rawExchange(port, GET);
  expect(text).toContain(`X: ${Buffer.from(value).toString('latin1')}\r\n`);
});

test('a handler that rejects is answered 500', async () => {
  const { port, sentTimes } = await testListener(() => Promise.reject(new Error('secret')));
  const { text } = await rawExchange(port, GET);
  expect(text).toMatch(/^HTTP\/1.1 500 [\s\S]*\{"message": "Internal server error"\}$/);
  expect(await sentTimes(1)).toHaveLength(1);
});

test.each<[name: string, status: number, error: Error]>([
  ['breaks', 502, new Error('secret')],
  ['times out', 504, new BackendFailure('timeout', 'secret')],
])('a stream that %s before its first byte: %i', async (_name, status, error) => {
  const { port, sentTimes } = await testListener(async () => okReply(failing([], error)));
  const { text, statuses } = await rawExchange(port, GET);
  expect(statuses).toEqual([status]);
  expect(text).not.toContain('secret');
  expect(await sentTimes(1)).toMatchObject([{ status, complete: true }]);
});

test('a stream that breaks later is cut, without a last chunk', async () => {
  const { port, sentTimes } = await testListener(async () => okReply(failing(['ab'], new Error('x'))));
  const { text } = await rawExchange(port, GET);
  expect(text).toMatch(/2\r\nab\r\n$/);
  expect(await sentTimes(1)).toMatchObject([{ bodyBytes: 2, complete: false }]);
});

test.each<[name: string, length: string]>([
  ['shorter', '5'],
  ['longer', '2'],
])('a stream %s than its Content-Length is cut', async (_name, length) => {
  const { port, sentTimes } = await testListener(async () =>
    okReply(Readable.from([Buffer.from('a'), Buffer.from('bc')]), [['Content-Length', length]]),
  );
  await rawExchange(port, GET);
  expect(await sentTimes(1)).toMatchObject([{ complete: false }]);
});

test('pipelined requests are served one after the other, in order', async () => {
  let running = 0;
  const { port } = await testListener(async ({ path }) => {
    running += 1;
    const together = running;
    await new Promise(setImmediate);
    running -= 1;
    return okReply(`${path}=${together};`);
  });
  const one = (path: string) => `GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`;
  const { text } = await rawExchange(port, one('/1') + one('/2') + one('/3') + GET);
  expect(text.match(/\/\w=\d;/g)).toEqual(['/1=1;', '/2=1;', '/3=1;', '/a=1;']);
});

test('a pipeline longer than the limit ends with the last that is served', async () => {
  const { port, calls } = await testListener(async () => okReply(), { pipelined: 3 });
  const { statuses } = await rawExchange(port, 'GET /a HTTP/1.1\r\nHost: a\r\n\r\n'.repeat(100));
  expect(statuses.length).toBeLessThanOrEqual(5);
  expect(calls).toHaveLength(statuses.length);
});

test('what follows a refused request on its connection is not served', async () => {
  const { port, calls } = await testListener(async () => okReply());
  const { statuses } = await rawExchange(
    port,
    `GET /1 HTTP/1.1\r\nHost: a\r\n\r\nGET /../ HTTP/1.1\r\nHost: a\r\n\r\n${GET}`,
  );
  expect(statuses).toEqual([200, 400]);
  expect(calls.map(({ path }) => path)).toEqual(['/1']);
});

test.each([
  'websocket',
  'h2c',
  'TLS/1.0',
])('an upgrade to %s is read as the plain request it is', async (protocol) => {
  const { port } = await testListener(async () => okReply('plain'));
  const upgrade = `GET /a HTTP/1.1\r\nHost: a\r\nConnection: close, Upgrade\r\nUpgrade: ${protocol}\r\n\r\n`;
  const { statuses, text } = await rawExchange(port, upgrade);
  expect(statuses).toEqual([200]);
  expect(text).toMatch(/plain$/);
});

test('a client that leaves aborts the signal; its stream is destroyed, `sent` is told once', async () => {
  const stream = new Readable({ read: () => undefined });
  stream.push('first');
  const { port, calls, sentTimes } = await testListener(async () => okReply(stream));
  const client = rawClient(port);
  client.socket.write(GET);
  await client.until(/first/);
  client.socket.destroy();
  expect(await sentTimes(1)).toMatchObject([{ bodyBytes: 5, complete: false }]);
  expect(calls[0]?.clientGone.happened).toBe(true);
  expect(stream.destroyed).toBe(true);
});

test('a stream for a client that left is destroyed, and its error harms nobody', async () => {
  const stream = new Readable({ read: () => undefined, destroy: (_error, then) => then(new Error('late')) });
  const { port, sentTimes } = await testListener(async ({ clientGone }) => {
    await new Promise((resolve) => clientGone.listen(() => resolve(undefined)));
    return okReply(stream);
  });
  const client = rawClient(port);
  client.socket.write(GET, () => client.socket.resetAndDestroy());
  await sentTimes(1);
  await new Promise((resolve) => stream.once('close', resolve));
  expect(stream.errored?.message).toBe('late');
});

test('an idle keep-alive connection is closed after its time', async () => {
  const { port } = await testListener(async () => okReply(), { keepAliveTimeout: 50 });
  const { statuses } = await rawExchange(port, 'GET /a HTTP/1.1\r\nHost: a\r\n\r\n');
  expect(statuses).toEqual([200]);
});

function failing(chunks: string[], error: Error): Readable {
  return Readable.from(
    (async function* () {
      for (const chunk of chunks) yield Buffer.from(chunk);
      await new Promise(setImmediate);
      throw error;
    })(),
    { objectMode: false },
  );
}
