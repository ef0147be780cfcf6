import type { ServerResponse } from 'node:http';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { GatewayOptions } from '../gateway';
import type { IntegrationDocument } from '../snapshot/types';
import { createBackend } from '../testing/createBackend';
import { createTestGateway } from '../testing/createTestGateway';
import { deployment, integration, method, snapshot } from '../testing/documents';
import { eventually } from '../transport/testing/eventually';
import { rawClient } from '../transport/testing/rawClient';

const MB = 1_048_576;

interface Served {
  limits?: GatewayOptions['backendLimits'];
  part?: Partial<IntegrationDocument>;
  minimumCompressionSize?: number;
}

/** A stage with one streamed method, whose backend answers by script. */
async function serve(script: (response: ServerResponse) => void, options: Served = {}) {
  const backend = await createBackend((_request, response) => script(response));
  const { limits = {}, part, minimumCompressionSize } = options;
  const document = integration({
    type: 'HTTP_PROXY',
    httpMethod: 'ANY',
    uri: backend.url,
    responseTransferMode: 'STREAM',
    ...part,
  });
  const compression = minimumCompressionSize === undefined ? {} : { minimumCompressionSize };
  const gateway = await createTestGateway(
    snapshot({ deployments: [deployment({ '/': [method('ANY', document)] }, compression)] }),
    {},
    limits,
  );
  onTestFinished(async () => {
    await gateway.close();
    await backend.close();
  });
  const open = (headers = '') => {
    const client = rawClient(gateway.port);
    client.socket.write(`GET /prod HTTP/1.1\r\nHost: api1.execute-api.localhost\r\n${headers}\r\n`);
    return client;
  };
  return { backend, gateway, open };
}

const LAST_CHUNK = /\r\n0\r\n\r\n$/;
const EVENTS = { 'Content-Type': 'text/event-stream' };

test('events arrive one by one, each before the next is made', async () => {
  let backendSide: ServerResponse | undefined;
  const { open } = await serve((response) => {
    backendSide = response.writeHead(200, EVENTS);
    response.write('data: 1\n\n');
  });
  const client = open('Connection: close\r\n');
  for (let event = 1; event <= 20; event += 1) {
    await client.until(new RegExp(`data: ${event}\n\n`));
    if (event < 20) backendSide?.write(`data: ${event + 1}\n\n`);
  }
  backendSide?.end();
  const { text } = await client.closed;
  expect(text).toMatch(/^HTTP\/1.1 200 OK\r\n/);
  expect(text).toMatch(/Transfer-Encoding: chunked/i);
  expect(text).toMatch(LAST_CHUNK);
});

test('status and headers come before there is a body', async () => {
  let backendSide: ServerResponse | undefined;
  const { open } = await serve((response) => {
    backendSide = response.writeHead(201, { 'X-First': 'yes' });
    response.flushHeaders();
  });
  const client = open('Connection: close\r\n');
  await client.until(/^HTTP\/1.1 201 Created\r\n.*X-First: yes.*\r\n\r\n/s);
  backendSide?.end('later');
  expect((await client.closed).text).toMatch(/\r\n5\r\nlater\r\n0\r\n\r\n$/);
});

/** Sends so many bytes as fast as they are taken. @returns bytes handed to the socket so far */
function pour(response: ServerResponse, bytes: number): () => number {
  let sent = 0;
  const chunk = Buffer.alloc(65_536, 120);
  const go = () => {
    while (sent < bytes) {
      sent += chunk.length;
      if (!response.write(chunk)) {
        response.once('drain', go);
        return;
      }
    }
    response.end();
  };
  go();
  return () => sent;
}

test.each<{
  rule: string;
  part: Partial<IntegrationDocument>;
  declared: boolean;
  status: number;
  bytes: number;
}>([
  { rule: 'STREAM knows no limit', part: {}, declared: false, status: 200, bytes: 16 * MB },
  { rule: 'nor with a length', part: {}, declared: true, status: 200, bytes: 16 * MB },
  {
    rule: 'BUFFERED: 10 MB',
    part: { responseTransferMode: 'BUFFERED' },
    declared: true,
    status: 200,
    bytes: 10 * MB,
  },
  {
    rule: 'BUFFERED is the default',
    part: { responseTransferMode: 'BUFFERED' },
    declared: false,
    status: 200,
    bytes: 10 * MB,
  },
  {
    rule: 'BUFFERED: no more',
    part: { responseTransferMode: 'BUFFERED' },
    declared: true,
    status: 500,
    bytes: 10 * MB + 65_536,
  },
])('10 MB limit, $rule (declared: $declared): $status', async ({ part, declared, status, bytes }) => {
  const { gateway } = await serve(
    (response) => {
      if (declared) response.setHeader('Content-Length', bytes);
      pour(response, bytes);
    },
    { part, limits: { streamBurstBytes: Number.POSITIVE_INFINITY } },
  );
  const answer = await gateway.call('');
  expect(answer.status).toBe(status);
  if (status === 200) expect(answer.bytes.length).toBe(bytes);
});

test('10 MB limit, BUFFERED of unknown length: cut off', async () => {
  const { gateway } = await serve((response) => void pour(response, 12 * MB), {
    part: { responseTransferMode: 'BUFFERED' },
  });
  await expect(gateway.call('')).rejects.toMatchObject({ code: 'ECONNRESET' });
});

test('HEAD of something large is answered', async () => {
  const { gateway } = await serve((response) => response.setHeader('Content-Length', 99 * MB).end(), {
    part: { responseTransferMode: 'BUFFERED' },
  });
  const answer = await gateway.call('', { method: 'HEAD' });
  expect([answer.status, answer.headers['content-length']]).toEqual([200, String(99 * MB)]);
});

test('after its first megabytes a stream keeps to its rate', async () => {
  const limits = { streamBurstBytes: MB, streamRate: 10 * MB };
  const { gateway } = await serve((response) => void pour(response, 4 * MB), { limits });
  const startedAt = performance.now();
  const answer = await gateway.call('');
  expect(answer.bytes.length).toBe(4 * MB);
  // 3 MB at 10 MB/s; what follows the last chunk need not wait for it.
  expect(performance.now() - startedAt).toBeGreaterThanOrEqual(285);
});

test.each<{ rule: string; limits: GatewayOptions['backendLimits']; ticks: boolean }>([
  { rule: 'silence', limits: { streamIdleMillis: 200 }, ticks: false },
  { rule: 'its total time', limits: { streamIdleMillis: 30_000, streamTotalMillis: 1_500 }, ticks: true },
])('$rule ends a stream, and the caller can tell', async ({ limits, ticks }) => {
  const { backend, open } = await serve(
    (response) => {
      response.write('begun\n');
      if (!ticks) return;
      const timer = setInterval(() => response.write('tick\n'), 10);
      response.on('close', () => clearInterval(timer));
    },
    { limits },
  );
  const { text } = await open().closed;
  expect(text).toContain('begun');
  expect(text).not.toMatch(LAST_CHUNK);
  await eventually(() => expect(backend.open.size).toBe(0));
});

test('a stream that is slow and steady goes on past the timeout, the minimum rate and the silence allowed', async () => {
  const { gateway } = await serve(
    (response) => {
      let left = 40;
      const write = () => {
        response.write('.');
        left -= 1;
        if (left > 0) return;
        clearInterval(timer);
        response.end();
      };
      const timer = setInterval(write, 100);
      write();
    },
    // All of it takes four seconds; a process that is kept waiting for one or two goes on.
    {
      part: { timeoutInMillis: 2_000 },
      limits: { streamIdleMillis: 3_000, minBodyRate: 5_000, rateWindow: 50 },
    },
  );
  expect((await gateway.call('')).body).toBe('.'.repeat(40));
});

test("a caller who leaves ends the backend's call", async () => {
  const { backend, open } = await serve((response) => response.write('data: 1\n\n'));
  const client = open();
  await client.until(/data: 1/);
  expect(backend.open.size).toBe(1);
  client.socket.destroy();
  await eventually(() => expect(backend.open.size).toBe(0));
});

test('a caller who leaves before the first byte of the body ends it too', async () => {
  const { backend, open } = await serve((response) => response.flushHeaders());
  const client = open();
  await client.until(/\r\n\r\n/);
  client.socket.destroy();
  await eventually(() => expect(backend.open.size).toBe(0));
});

test.each([
  'before',
  'after',
])('a backend that dies %s its first byte ends the caller’s connection', async (when) => {
  let backendSide: ServerResponse | undefined;
  const { open } = await serve((response) => {
    backendSide = response;
    response.flushHeaders();
    if (when === 'after') response.write('first');
  });
  const client = open();
  await client.until(when === 'after' ? /first/ : /\r\n\r\n/);
  backendSide?.destroy();
  const { text } = await client.closed;
  expect(text).toMatch(/^HTTP\/1.1 200/);
  expect(text).not.toMatch(LAST_CHUNK);
});

test('a caller who does not read holds the backend up, and gets all in the end', async () => {
  const total = 96 * MB;
  let sent = () => 0;
  const { open } = await serve(
    (response) => {
      sent = pour(response, total);
    },
    { limits: { streamBurstBytes: Number.POSITIVE_INFINITY } },
  );
  const client = open('Connection: close\r\n');
  await client.until(/x/);
  client.socket.pause();
  let before = -1;
  await vi.waitFor(
    () => {
      const now = sent();
      const moved = now !== before;
      before = now;
      expect(moved).toBe(false);
    },
    { interval: 200, timeout: 60_000 },
  );
  expect(sent()).toBeLessThan(total / 2);
  client.socket.resume();
  const { text } = await client.closed;
  expect(text).toMatch(LAST_CHUNK);
  expect(text.length).toBeGreaterThan(total);
});

test('streams do not fill the slots that other calls of an integration would have', async () => {
  const { open } = await serve((response) => response.write('data: 1\n\n'), {
    limits: { slots: 2, queue: 0 },
  });
  const clients = Array.from({ length: 10 }, () => open());
  await Promise.all(clients.map((client) => client.until(/data: 1/)));
  for (const client of clients) client.socket.destroy();
});

test('a stream is not compressed', async () => {
  const { gateway } = await serve((response) => response.end('x'.repeat(1_000)), {
    minimumCompressionSize: 0,
  });
  const answer = await gateway.call('', { headers: { 'Accept-Encoding': 'gzip' } });
  expect([answer.headers['content-encoding'], answer.body.length]).toEqual([undefined, 1_000]);
});

test.each<[method: string, status: number]>([
  ['HEAD', 200],
  ['GET', 204],
  ['GET', 304],
])('%s answered %i: a stream without a body ends at once', async (verb, status) => {
  const { gateway, backend } = await serve((response) => response.writeHead(status, { 'X-A': 'b' }).end());
  for (let call = 0; call < 3; call += 1)
    expect(await gateway.call('', { method: verb })).toMatchObject({
      status,
      body: '',
      headers: { 'x-a': 'b' },
    });
  expect(backend.requests).toHaveLength(3);
});

test('a stream has no Content-Type of its own: application/json, as AWS adds', async () => {
  const { gateway } = await serve((response) => response.end('{}'));
  expect((await gateway.call('')).headers['content-type']).toBe('application/json');
});

test('only a proxy streams', async () => {
  const { gateway } = await serve((response) => response.end('ok'));
  const document = integration({
    type: 'HTTP',
    httpMethod: 'GET',
    uri: 'http://127.0.0.1/',
    responseTransferMode: 'STREAM',
  });
  const revised = snapshot({ revision: 2, deployments: [deployment({ '/': [method('GET', document)] })] });
  expect(() => gateway.gateway.apply(revised)).toThrow(/STREAM is for proxy/);
});
