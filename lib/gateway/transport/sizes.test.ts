import { expect, test } from 'vitest';
import { rawClient, rawExchange } from './testing/rawClient';
import { okReply, testListener } from './testing/testListener';

const echoLength = async (request: { readBody(): Promise<Buffer> }) =>
  okReply(String((await request.readBody()).length));
const post = (headers: string) => `POST /a HTTP/1.1\r\nHost: a\r\nConnection: close\r\n${headers}\r\n`;
const TOO_LARGE = 'HTTP content length exceeded 10485760 bytes.';

/** reliability.md 4.3, B2. */
test.each<[name: string, statuses: number[], bytes: () => string]>([
  ['URL of 10,241', [414], () => `GET /${'a'.repeat(10_240)} HTTP/1.1\r\nHost: a\r\n\r\n`],
  ['URL of 5 MB', [431], () => `GET /${'a'.repeat(5_000_000)} HTTP/1.1\r\nHost: a\r\n\r\n`],
  ['headers of 21 KB', [413], () => post(`X: ${'a'.repeat(21_000)}\r\n`)],
  ['header of 8 MB', [431], () => post(`X: ${'a'.repeat(8_000_000)}\r\n`)],
  ['20,000 headers', [413], () => post('X: a\r\n'.repeat(20_000))],
  ['4,000 headers', [413], () => post('X: a\r\n'.repeat(4_000))],
  ['name of 100 KB', [431], () => post(`${'X'.repeat(100_000)}: a\r\n`)],
  [
    'chunk extensions of 100 KB',
    [413],
    () => `${post('Transfer-Encoding: chunked\r\n')}1;${'a'.repeat(100_000)}\r\na\r\n0\r\n\r\n`,
  ],
])('B2 %s: %j', async (_name, expected, bytes) => {
  const { port, calls } = await testListener(async (request) => okReply(await request.readBody()));
  const { statuses } = await rawExchange(port, bytes());
  expect(statuses).toEqual(expected);
  expect(calls.length).toBeLessThanOrEqual(1);
});

test('a body over the limit by its length is refused at once, as AWS does, before the handler', async () => {
  const { port, calls } = await testListener(echoLength);
  const { text, statuses } = await rawExchange(port, post('Content-Length: 10485761\r\n'));
  expect(statuses).toEqual([413]);
  expect(text).toMatch(/Content-Type: text\/plain\r/);
  expect(text.endsWith(`\r\n\r\n${TOO_LARGE}`)).toBe(true);
  expect(calls).toHaveLength(0);
});

test('a client that sends such a body in full still reads the answer', async () => {
  const { port } = await testListener(echoLength, { bodyBytes: 100_000 });
  const { statuses } = await rawExchange(port, post('Content-Length: 3000000\r\n') + 'x'.repeat(3_000_000));
  expect(statuses).toEqual([413]);
});

test('a body over the limit by its chunks fails in readBody with the type that AWS names', async () => {
  const failures: unknown[] = [];
  const { port } = await testListener(
    async (request) => {
      await request.readBody().catch((error: unknown) => failures.push(error));
      return { status: 413, headers: [], body: 'x' };
    },
    { bodyBytes: 100 },
  );
  const chunk = `50\r\n${'x'.repeat(80)}\r\n`;
  const { statuses, text } = await rawExchange(
    port,
    `${post('Transfer-Encoding: chunked\r\n')}${chunk.repeat(50)}0\r\n\r\n`,
  );
  expect(failures).toMatchObject([
    { responseType: 'REQUEST_TOO_LARGE', publicMessage: 'HTTP content length exceeded 100 bytes.' },
  ]);
  expect(statuses).toEqual([413]);
  expect(text).toMatch(/Connection: close/);
});

test('a body of exactly the limit is read whole, by length and by chunks', async () => {
  const { port } = await testListener(echoLength);
  const body = 'x'.repeat(10_485_760);
  const byLength = await rawExchange(port, `${post('Content-Length: 10485760\r\n')}${body}`);
  expect(byLength.text).toMatch(/\r\n\r\n10485760$/);
  const byChunks = await rawExchange(
    port,
    `${post('Transfer-Encoding: chunked\r\n')}a00000\r\n${body}\r\n0\r\n\r\n`,
  );
  expect(byChunks.text).toMatch(/\r\n\r\n10485760$/);
});

test('100 Continue is sent when the body is wanted', async () => {
  const { port } = await testListener(echoLength);
  const client = rawClient(port);
  client.socket.write(post('Expect: 100-continue\r\nContent-Length: 2\r\n'));
  await client.until(/^HTTP\/1.1 100 Continue\r\n\r\n/);
  client.socket.write('hi');
  expect((await client.closed).statuses).toEqual([100, 200]);
});

test.each<[name: string, headers: string, statuses: number[]]>([
  ['over the limit', 'Expect: 100-continue\r\nContent-Length: 10485761\r\n', [413]],
  ['for something else', 'Expect: 200-ok\r\nContent-Length: 2\r\n', [417]],
])('an expectation %s gets no 100', async (_name, headers, statuses) => {
  const { port } = await testListener(echoLength);
  expect((await rawExchange(port, post(headers))).statuses).toEqual(statuses);
});

test('an expectation that the handler answers without reading gets no 100 and the connection ends', async () => {
  const { port } = await testListener(async () => ({ status: 403, headers: [], body: 'no' }));
  const { statuses, text } = await rawExchange(
    port,
    'POST /a HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n',
  );
  expect(statuses).toEqual([403]);
  expect(text).toMatch(/Connection: close/);
});

test('bodies in flight share one budget: above it 503, below it again 200', async () => {
  const { port } = await testListener(echoLength, { bodyBudgetBytes: 1_000 });
  const holder = rawClient(port);
  holder.socket.write(`${post('Content-Length: 1000\r\n')}${'x'.repeat(900)}`);
  const refused = await refusedOnce(port);
  expect(refused.statuses).toEqual([503]);
  expect(refused.text).toMatch(/Connection: close/);
  holder.socket.write('x'.repeat(100));
  expect((await holder.closed).statuses).toEqual([200]);
  const after = await rawExchange(port, `${post('Content-Length: 1000\r\n')}${'x'.repeat(1_000)}`);
  expect(after.statuses).toEqual([200]);
});

/** The holder's bytes may not have been read yet when the first try is made. */
async function refusedOnce(port: number) {
  for (;;) {
    const answer = await rawExchange(port, `${post('Content-Length: 200\r\n')}${'x'.repeat(200)}`);
    if (!answer.statuses.includes(200)) return answer;
  }
}

test('a client whose upload is not read still sends it out and reads the answer, without a reset', async () => {
  const { port } = await testListener(async () => ({ status: 403, headers: [], body: 'no' }), {
    linger: 10_000,
  });
  const upload = 'POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 5000000\r\n\r\n';
  expect(await rawExchange(port, upload + 'x'.repeat(5_000_000))).toMatchObject({
    statuses: [403],
    reset: false,
  });
});

test('an upload that is not read and does not end is cut after a moment', async () => {
  const { port } = await testListener(async () => ({ status: 403, headers: [], body: 'no' }), { linger: 20 });
  const { statuses } = await rawExchange(port, 'POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 50\r\n\r\n');
  expect(statuses).toEqual([403]);
});
