import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestHost } from './testing/createTestHost';

/* Issue 4: a function that keeps the socket open, its own or the Runtime API's. */
let host: Awaited<ReturnType<typeof createTestHost>>;
beforeAll(async () => {
  host = await createTestHost({ concurrency: 4 });
  await host.add('beside', mjs('async () => "beside"'));
});
afterAll(async () => {
  expect(await host.close()).toEqual([]);
});

const mjs = (handler: string) => ({
  files: { 'index.mjs': `import net from 'node:net';\nexport const handler = ${handler};` },
});

test('a handler that leaves sockets open answers at once, and its instance serves on', async () => {
  await host.add(
    'leaves',
    mjs(`async () => {
      const server = net.createServer(() => {}).listen(0, '127.0.0.1');
      await new Promise((resolve) => server.once('listening', resolve));
      const socket = net.connect(server.address().port, '127.0.0.1');
      await new Promise((resolve) => socket.once('connect', resolve));
      return process.pid;
    }`),
  );
  const [first, second] = [await host.call('leaves'), await host.call('leaves')];
  expect([first.functionError, second.functionError]).toEqual([undefined, undefined]);
  expect([typeof first.body, second.body]).toEqual(['number', first.body]);
});

/** Sends the beginning of something to the Runtime API, and then nothing, for as long as it lives. */
const holding = (begin: string) =>
  mjs(`async ({ hold } = {}, { awsRequestId: id }) => {
    if (!hold) return 'free';
    const [host, port] = process.env.AWS_LAMBDA_RUNTIME_API.split(':');
    for (let count = 0; count < 100; count++) net.connect(port, host).on('error', () => {}).write(\`${begin}\`);
    await new Promise((resolve) => setTimeout(resolve, 60_000));
  }`);

test.each([
  [
    'an answer',
    'POST /2018-06-01/runtime/invocation/${id}/response HTTP/1.1\\r\\nHost: a\\r\\nContent-Length: 1000\\r\\n\\r\\n{',
  ],
  [
    'an answer in chunks',
    'POST /2018-06-01/runtime/invocation/${id}/response HTTP/1.1\\r\\nHost: a\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n1\\r\\n{\\r\\n',
  ],
  [
    'an error',
    'POST /2018-06-01/runtime/invocation/${id}/error HTTP/1.1\\r\\nHost: a\\r\\nContent-Length: 1000\\r\\n\\r\\n{',
  ],
  ['a request', 'POST /2018-06-01/runtime/invoc'],
])('a function that begins %s a hundred times and never ends it: its timeout, and nobody waits for it', async (_rule, begin) => {
  await host.add('holds', { ...holding(begin), timeout: 2 });
  const held = host.call('holds', { hold: true });
  expect((await host.call('beside')).body).toBe('beside');
  expect(await held).toMatchObject({ functionError: 'Unhandled', body: { errorType: 'Sandbox.Timedout' } });
  expect((await host.call('holds')).body).toBe('free');
});
