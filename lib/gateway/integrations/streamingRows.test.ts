import { Readable } from 'node:stream';
import { afterEach, expect, test } from 'vitest';
import type { FunctionInvoker } from '../ports';
import type { IntegrationDocument } from '../snapshot/types';
import { createTestGateway, type TestGateway } from '../testing/createTestGateway';
import { deployment, integration, method, snapshot } from '../testing/documents';
import { TestFunctions } from '../testing/TestFunctions';

/* Reference section 9, response streaming of functions: the rows that lambdaProxy.test.ts does not have. */
let gateway: TestGateway | undefined;
afterEach(() => gateway?.close());

const FUNCTION = 'arn:aws:lambda:us-east-1:000000000000:function:f';
const BUFFERED = `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${FUNCTION}/invocations`;
const STREAMED = `arn:aws:apigateway:us-east-1:lambda:path/2021-11-15/functions/${FUNCTION}/response-streaming-invocations`;

async function start(functions: FunctionInvoker, part: Partial<IntegrationDocument>): Promise<TestGateway> {
  const proxy = integration({ type: 'AWS_PROXY', httpMethod: 'POST', ...part });
  gateway = await createTestGateway(
    snapshot({ deployments: [deployment({ '/': [method('ANY', proxy)] })] }),
    {
      functions,
    },
  );
  return gateway;
}

const streams = (...chunks: (string | Buffer)[]): FunctionInvoker => ({
  invoke: async () => ({ status: 500, payload: Buffer.alloc(0) }),
  stream: async () => ({
    status: 200,
    body: Readable.from(chunks.map((chunk) => Buffer.from(chunk as string))),
  }),
});
const zeros = '\0'.repeat(8);
const stream = { uri: STREAMED, responseTransferMode: 'STREAM' as const };

test('BUFFERED and output of the streaming format: status and headers, and no body', async () => {
  const output = Buffer.from(`{"statusCode":201,"headers":{"x-a":"b"},"cookies":["c=1"]}${zeros}hello`);
  const { call } = await start(new TestFunctions({ [FUNCTION]: () => output }), { uri: BUFFERED });
  const { status, headers, body } = await call('/');
  expect([status, headers['x-a'], headers['set-cookie'], body]).toEqual([201, 'b', 'c=1', '']);
});

test('STREAM and the URI for a whole answer: 500, and the function is not called', async () => {
  const functions = new TestFunctions({ [FUNCTION]: () => ({ statusCode: 200 }) });
  const { call } = await start(functions, { ...stream, uri: BUFFERED });
  expect([(await call('/')).status, functions.calls.length]).toEqual([500, 0]);
});

test('without a length the answer is sent in chunks; binary needs no binaryMediaTypes', async () => {
  const bytes = Buffer.from([0, 255, 254, 0, 128]);
  const { call } = await start(streams(`{"headers":{"Content-Type":"image/png"}}${zeros}`, bytes), stream);
  const answer = await call('/');
  expect(answer.headers['transfer-encoding']).toBe('chunked');
  expect(answer.headers).not.toHaveProperty('content-length');
  expect(answer.bytes).toEqual(bytes);
});

test('an answer beyond 10 MB comes whole', async () => {
  const megabyte = Buffer.alloc(1024 * 1024, 'x');
  const { call } = await start(streams(`{}${zeros}`, ...Array(12).fill(megabyte)), stream);
  expect((await call('/')).bytes.length).toBe(12 * megabyte.length);
});

test('a function that fails before its metadata: 500', async () => {
  const failing: FunctionInvoker = {
    ...streams(),
    stream: async () => ({ status: 200, functionError: 'Unhandled', body: Readable.from([]) }),
  };
  expect((await (await start(failing, stream)).call('/')).status).toBe(500);
});
