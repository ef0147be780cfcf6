import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { rawClient, rawExchange } from './testing/rawClient';
import { okReply, testListener } from './testing/testListener';

const GET = 'GET /a HTTP/1.1\r\nHost: a\r\n\r\n';

/** Handlers that wait until the test lets them go. */
function gated() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

test('F12 calls in flight end whole, with Connection: close; idle connections are closed; new ones refused', async () => {
  const { open, opened } = gated();
  const { port, calls, close, sentTimes } = await testListener(async ({ path }) => {
    if (path === '/a') await opened;
    return okReply(path);
  });
  const idle = rawClient(port);
  idle.socket.write('GET /idle HTTP/1.1\r\nHost: a\r\n\r\n');
  await idle.until(/idle$/);
  const clients = Array.from({ length: 100 }, () => rawClient(port));
  for (const { socket } of clients) socket.write(GET);
  while (calls.length < 101) await new Promise(setImmediate);
  const closed = close(30_000);
  expect((await idle.closed).statuses).toEqual([200]);
  expect((await rawExchange(port, GET)).statuses).toEqual([]);
  open();
  const answers = await Promise.all(clients.map((client) => client.closed));
  expect(answers.every(({ text }) => /^HTTP\/1.1 200 [\s\S]*Connection: close\r[\s\S]*\/a$/.test(text))).toBe(
    true,
  );
  await closed;
  expect(await sentTimes(101)).toHaveLength(101);
});

test('F12 a stream in flight ends whole', async () => {
  const source = new Readable({ read: () => undefined });
  const { port, close } = await testListener(async () => okReply(source));
  const client = rawClient(port);
  client.socket.write(GET);
  source.push('first');
  await client.until(/first/);
  const closed = close(30_000);
  source.push('last');
  source.push(null);
  expect((await client.closed).text).toMatch(/last\r\n0\r\n\r\n$/);
  await closed;
});

test('F12 what has not ended after the grace is cut, and `sent` says so', async () => {
  const { port, close, sent } = await testListener(async () =>
    okReply(new Readable({ read: () => undefined })),
  );
  const client = rawClient(port);
  client.socket.write(GET);
  const halfSent = rawClient(port);
  halfSent.socket.write('GET /a HTT');
  await new Promise((resolve) => client.socket.once('connect', resolve));
  await close(50);
  expect((await client.closed).statuses).toEqual([]);
  expect((await halfSent.closed).statuses).toEqual([]);
  expect(sent.every(({ complete }) => !complete)).toBe(true);
});
