import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { afterEach, expect, test } from 'vitest';
import type { FunctionInvoker } from '../../ports';
import type { IntegrationDocument } from '../../snapshot/types';
import { createBackend, type TestBackend } from '../../testing/createBackend';
import { createTestGateway, type TestGateway } from '../../testing/createTestGateway';
import { deployment, integration, method, snapshot, stage } from '../../testing/documents';
import { rawClient } from '../../transport/testing/rawClient';

/* Reference section 9, response streaming, the row of access logs. */
let gateway: TestGateway | undefined;
let backend: TestBackend | undefined;
afterEach(async () => {
  await gateway?.close();
  await backend?.close();
  backend = undefined;
});

const names = ['responseTransferMode', 'timeToAllHeaders', 'timeToFirstContent', 'latency', 'status'];
const format = names.map((name) => `$context.integration.${name}`).join(' ');

/** One method in front of the backend or the function. */
async function start(part: Partial<IntegrationDocument>, functions?: FunctionInvoker): Promise<TestGateway> {
  const document = integration({ type: 'HTTP_PROXY', httpMethod: 'GET', uri: backend?.url ?? '', ...part });
  gateway = await createTestGateway(
    snapshot({
      deployments: [deployment({ '/': [method('ANY', document)] })],
      stages: [stage({ accessLogSettings: { logGroupName: 'calls', format } })],
    }),
    functions && { functions },
  );
  return gateway;
}

async function logged({ recorder, accessLogs }: TestGateway) {
  await recorder.recorded(1);
  const [mode, ...values] = (accessLogs.messages[0] ?? '').split(' ');
  const [headers = 0, content = 0, latency = 0, status] = values.map(Number);
  const { integrationLatency = 0 } = recorder.calls[0] ?? {};
  return { mode, headers, content, latency, status, integrationLatency };
}

/** What the log says of one call, and the answer's body. */
async function calling(part: Partial<IntegrationDocument>, functions?: FunctionInvoker) {
  const engine = await start(part, functions);
  const { body } = await engine.call('/');
  return { body, ...(await logged(engine)) };
}

const serving = async (script: (response: ServerResponse) => void) => {
  backend = await createBackend((_request, response) => script(response));
};

test('a stream: its headers, its first byte and its last came one after the other', async () => {
  let backendSide: ServerResponse | undefined;
  await serving((response) => {
    backendSide = response.writeHead(201);
    response.flushHeaders();
  });
  const engine = await start({ responseTransferMode: 'STREAM' });
  const client = rawClient(engine.port);
  client.socket.write('GET /prod HTTP/1.1\r\nHost: api1.execute-api.localhost\r\nConnection: close\r\n\r\n');
  await client.until(/201 Created[\s\S]*\r\n\r\n/);
  engine.clock.advance(10_000);
  backendSide?.write('first');
  await client.until(/first/);
  engine.clock.advance(10_000);
  backendSide?.end('last');
  await client.until(/last/);
  const { mode, headers, content, latency, status, integrationLatency } = await logged(engine);
  expect([mode, status]).toEqual(['STREAMED', 201]);
  expect(headers).toBeLessThan(10_000);
  expect(content - headers).toBeGreaterThanOrEqual(9_999);
  expect(latency - content).toBeGreaterThanOrEqual(9_999);
  expect(latency).toBe(Math.round(integrationLatency));
});

test.each([
  'HEAD',
  'GET',
])('a stream that breaks off, asked for by %s: logged, and the gateway goes on', async (verb) => {
  await serving((response) => {
    response.writeHead(200);
    response.write('first');
    response.flushHeaders();
    setImmediate(() => response.destroy());
  });
  const engine = await start({ responseTransferMode: 'STREAM', httpMethod: 'GET' });
  await engine.call('/', { method: verb }).catch(() => undefined);
  await engine.recorder.recorded(1);
  await engine.call('/').catch(() => undefined);
  await engine.recorder.recorded(2);
  expect(engine.errors.filter(({ message }) => message.includes('nobody foresaw'))).toEqual([]);
});

test('a stream without a body has no first byte', async () => {
  await serving((response) => response.writeHead(200, { 'Content-Length': '0' }).end());
  const { mode, headers, content } = await calling({ responseTransferMode: 'STREAM' });
  expect([mode, content]).toEqual(['STREAMED', Number.NaN]);
  expect(headers).toBeGreaterThanOrEqual(0);
});

test('an answer that is not one says so, and has no times but its latency', async () => {
  await serving((response) => response.end('whole'));
  const { mode, headers, content, latency } = await calling({});
  expect([mode, headers, content]).toEqual(['BUFFERED', Number.NaN, Number.NaN]);
  expect(latency).toBeGreaterThanOrEqual(0);
});

test('a mock has no backend whose answer could come', async () => {
  expect(
    (await calling({ type: 'MOCK', requestTemplates: { 'application/json': '{"statusCode":200}' } })).mode,
  ).toBe('-');
});

test('a function’s stream', async () => {
  const arn = 'arn:aws:lambda:us-east-1:000000000000:function:f';
  const functions: FunctionInvoker = {
    invoke: async () => ({ status: 500, payload: Buffer.alloc(0) }),
    stream: async () => ({
      status: 200,
      body: Readable.from([Buffer.from(`{"statusCode":202}${'\0'.repeat(8)}`), Buffer.from('hello')]),
    }),
  };
  const { mode, headers, content, latency, status, body } = await calling(
    {
      ...{ type: 'AWS_PROXY', httpMethod: 'POST', responseTransferMode: 'STREAM' },
      uri: `arn:aws:apigateway:us-east-1:lambda:path/2021-11-15/functions/${arn}/response-streaming-invocations`,
    },
    functions,
  );
  expect([mode, status, body]).toEqual(['STREAMED', 202, 'hello']);
  expect(headers <= content && content <= latency).toBe(true);
});
