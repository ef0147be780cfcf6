import { Agent } from 'node:http';
import { Readable } from 'node:stream';
import { setInterval as every, setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { sendRequest } from '../testing/sendRequest';
import type { ListenerLimits } from './ListenerLimits';
import type { Reply, Request } from './Request';
import { type RawClient, rawClient, rawExchange } from './testing/rawClient';
import { okReply, testListener } from './testing/testListener';

/** The product's figures divided by ten or more; long enough for clients whose process is kept waiting for a while. */
const FAST = {
  headersTimeout: 1_000,
  requestTimeout: 20_000,
  rateWindow: 800,
  minBodyRate: 500,
  stalledReader: 800,
};

const GET = 'GET /a HTTP/1.1\r\nHost: a\r\n\r\n';
const LARGE = GET.replace('/a', '/large');
const STREAM = GET.replace('/a', '/stream');
const HEAD = 'POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n';
const CHUNKED = 'POST /a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n';
const EXPECTING = 'POST /a HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n';

/** Answers /large with 20 MB, /stream without end, and everything else with its own body. */
async function answer(request: Request): Promise<Reply> {
  if (request.path === '/large') return okReply(Buffer.alloc(20_000_000));
  if (request.path === '/stream') return okReply(Readable.from(pieces()));
  return okReply(await request.readBody());
}

type Act = (client: RawClient) => unknown;

const sends =
  (bytes: string): Act =>
  ({ socket }) =>
    socket.write(bytes);

/** Sends one part, then drips the other, a piece every 20 ms, until the server closes. */
function drips(first: string, rest: string | string[]): Act {
  return async ({ socket }) => {
    socket.write(first);
    let at = 0;
    for await (const _ of every(20)) {
      if (socket.destroyed || at >= rest.length) return;
      socket.write(rest[at] ?? '');
      at += 1;
    }
  };
}

/** Takes nothing of what comes, until the test resumes it. */
const doesNotRead =
  (bytes: string): Act =>
  ({ socket }) => {
    socket.pause();
    socket.write(bytes);
  };

const vanishesAfter =
  (bytes: string): Act =>
  ({ socket }) =>
    socket.write(bytes, () => socket.resetAndDestroy());

const vanishesWithinAnswer: Act = async ({ socket, until }) => {
  socket.write(STREAM);
  await until(/^HTTP/);
  socket.resetAndDestroy();
};

interface SlowClient {
  name: string;
  act: Act;
  /** what it is answered until the server closes, interim answers too; absent: it leaves or does not read */
  statuses?: number[];
  limits?: Partial<ListenerLimits>;
  /** it reads nothing until its call is over */
  unread?: true;
  /** its answer is not whole */
  cut?: true;
}

/** reliability.md 4.3, B3. */
const slowClients: SlowClient[] = [
  { name: 'connects and says nothing', act: () => undefined, statuses: [408] },
  { name: 'sends half a request line', act: sends('GET /a'), statuses: [408] },
  { name: 'drips a request line', act: drips('GET /', 'a'.repeat(1_000)), statuses: [408] },
  { name: 'sends half a head', act: sends('GET /a HTTP/1.1\r\nHost: a\r\n'), statuses: [408] },
  {
    name: 'drips a head, a byte at a time (slowloris)',
    act: drips('GET /a HTTP/1.1\r\nHost: a\r\n', 'X: a\r\n'.repeat(1_000)),
    statuses: [408],
  },
  {
    name: 'drips a head, a header at a time',
    act: drips('GET /a HTTP/1.1\r\nHost: a\r\n', Array(1_000).fill('X: a\r\n')),
    statuses: [408],
  },
  { name: 'sends no body', act: sends(HEAD), statuses: [408] },
  { name: 'drips a body of known length', act: drips(HEAD, 'x'.repeat(1_000)), statuses: [408] },
  {
    name: 'starts its body fast, then drips',
    act: drips(`${HEAD}${'x'.repeat(500)}`, 'x'.repeat(499)),
    statuses: [408],
  },
  {
    name: 'is fast enough and never done',
    act: drips(HEAD, 'x'.repeat(1_000)),
    statuses: [408],
    limits: { requestTimeout: 1_500, minBodyRate: 1 },
  },
  { name: 'drips chunks of a byte', act: drips(CHUNKED, Array(300).fill('1\r\nx\r\n')), statuses: [408] },
  { name: 'drips one large chunk', act: drips(`${CHUNKED}3e8\r\n`, 'x'.repeat(1_000)), statuses: [408] },
  { name: 'sends half a chunk size', act: sends(`${CHUNKED}5`), statuses: [408] },
  { name: 'stays after a chunk size', act: sends(`${CHUNKED}5\r\n`), statuses: [408] },
  { name: 'never sends the last chunk', act: sends(`${CHUNKED}5\r\nhello\r\n`), statuses: [408] },
  { name: 'drips trailers', act: drips(`${CHUNKED}0\r\n`, 'X: a\r\n'.repeat(300)), statuses: [408] },
  { name: 'wants to go on and does not', act: sends(EXPECTING), statuses: [100, 408] },
  {
    name: 'keeps its connection and says nothing further',
    act: sends(GET),
    statuses: [200],
    limits: { keepAliveTimeout: 2_000 },
  },
  { name: 'drips a second request', act: drips(`${GET}GET /`, 'a'.repeat(1_000)), statuses: [200, 408] },
  { name: 'stops within a pipeline', act: sends(`${GET}${GET}GET /a HT`), statuses: [200, 200, 408] },
  { name: 'half-closes after its request', act: ({ socket }) => socket.end(GET), statuses: [200] },
  { name: 'half-closes within its head', act: ({ socket }) => socket.end('GET /a HT'), statuses: [400] },
  { name: 'half-closes within its body', act: ({ socket }) => socket.end(`${HEAD}xx`), statuses: [400] },
  {
    name: 'resets as soon as it is connected',
    act: ({ socket }) => socket.once('connect', () => socket.resetAndDestroy()),
  },
  { name: 'vanishes within its head', act: vanishesAfter('GET /a HTTP/1.1\r\n') },
  { name: 'vanishes within its body', act: vanishesAfter(`${HEAD}xx`) },
  { name: 'vanishes within its answer', act: vanishesWithinAnswer, cut: true },
  {
    name: 'does not read a small answer',
    act: doesNotRead(GET),
    statuses: [200],
    unread: true,
    limits: { keepAliveTimeout: 2_000 },
  },
  { name: 'does not read a large answer', act: doesNotRead(LARGE), unread: true, cut: true },
  { name: 'does not read a stream', act: doesNotRead(STREAM), unread: true, cut: true },
];

test('B3: at least 22 kinds of slow clients, none named twice', () => {
  expect(slowClients.length).toBeGreaterThanOrEqual(22);
  expect(new Set(slowClients.map(({ name }) => name)).size).toBe(slowClients.length);
});

test.each(slowClients)('B3 a client that $name is let go, beside polite calls', async (slowClient) => {
  const { act, statuses, unread = false, cut = false, limits } = slowClient;
  const { port, calls, sent } = await testListener(answer, { ...FAST, ...limits });
  const polite = politeCalls(port);
  const clients = Array.from({ length: 10 }, () => rawClient(port));
  await Promise.all(clients.map(act));
  const isImpolite = ({ path }: { path: string }) => path !== '/polite';
  if (unread) await expect.poll(() => sent.filter(isImpolite).length).toBe(10);
  for (const { socket } of clients) socket.resume();
  const answers = await Promise.all(clients.map(({ closed }) => closed));
  if (statuses) expect(answers.map((one) => one.statuses)).toEqual(Array(10).fill(statuses));
  // Each call that was handled is over, and told so once.
  await expect.poll(() => sent.filter(isImpolite).length).toBe(calls.filter(isImpolite).length);
  if (cut)
    expect(sent.filter(isImpolite)).toEqual(Array(10).fill(expect.objectContaining({ complete: false })));
  const politeStatuses = await polite.stop();
  expect(politeStatuses.length).toBeGreaterThan(2);
  expect(politeStatuses.filter((status) => status !== 200)).toEqual([]);
});

/** One call after the other, by one connection, until told to stop. */
function politeCalls(port: number) {
  const agent = new Agent({ keepAlive: true });
  const statuses: (number | string)[] = [];
  let running = true;
  const call = () =>
    sendRequest({ port, path: '/polite', headers: { Host: 'a' }, agent }).then(
      ({ status }) => status,
      (error: Error) => error.message,
    );
  const calling = (async () => {
    do {
      statuses.push(await call());
      await setTimeout(5);
    } while (running || statuses.length < 3);
  })();
  const stop = async () => {
    running = false;
    await calling;
    agent.destroy();
    return statuses;
  };
  return { stop };
}

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

test('B3 polite calls are served beside 200 clients that drip', async () => {
  const { port } = await testListener(answer, { ...FAST, headersTimeout: 3_000, rateWindow: 3_000 });
  const impolite = Array.from({ length: 200 }, (_, i) =>
    dripping(port, i % 2 ? HEAD : 'GET /a', 'x'.repeat(900)),
  );
  const polite = await Promise.all(
    Array.from({ length: 50 }, () =>
      rawExchange(port, 'GET /a HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'),
    ),
  );
  expect(polite.map(({ statuses }) => statuses[0])).toEqual(Array(50).fill(200));
  expect((await Promise.all(impolite)).map(({ statuses }) => statuses[0])).toEqual(Array(200).fill(408));
});

async function dripping(port: number, first: string, rest: string) {
  const client = rawClient(port);
  await drips(first, rest)(client);
  return client.closed;
}

function* pieces(): Generator<Buffer> {
  for (;;) yield Buffer.alloc(65_536);
}
