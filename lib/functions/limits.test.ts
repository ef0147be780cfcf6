import { existsSync, readdirSync } from 'node:fs';
import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { processesMarked } from './processTree';
import { createTestHost } from './testing/createTestHost';

let host: Awaited<ReturnType<typeof createTestHost>>;
// Without namespaces, as where the machine has none: the harder case.
beforeAll(async () => {
  host = await createTestHost({ concurrency: 4, confined: false });
});
afterAll(async () => {
  expect(await host.close()).toEqual([]);
});
const mjs = (body: string) => ({ files: { 'index.mjs': body } });
const KILLED = {
  errorType: 'Runtime.ExitError',
  errorMessage: expect.stringMatching(/Runtime exited with error: signal: killed$/),
};
const left = (functionName: string) => processesMarked(`AWS_LAMBDA_FUNCTION_NAME=${functionName}\0`);

test('memory beyond the limit ends the instance', async () => {
  await host.add('eater', {
    ...mjs(
      'export const handler = async () => { const all = []; for (;;) { all.push(Buffer.alloc(16e6, 1)); await new Promise((d) => setTimeout(d, 10)); } };',
    ),
    memorySize: 128,
  });
  expect(await host.call('eater')).toMatchObject({ functionError: 'Unhandled', body: KILLED });
  expect(left('eater')).toEqual([]);
});

test('memory of its children counts too', async () => {
  await host.add('parent', {
    ...mjs(
      `import { spawn } from 'node:child_process';
      export const handler = () => new Promise(() => { spawn(process.execPath, ['-e', 'const all = []; setInterval(() => all.push(Buffer.alloc(16e6, 1)), 10)']); setTimeout(() => {}, 60000); });`,
    ),
  });
  expect(await host.call('parent')).toMatchObject({ functionError: 'Unhandled', body: KILLED });
  expect(left('parent')).toEqual([]);
});

test('a fork bomb ends, every process of it', async () => {
  await host.add('bomb', {
    ...mjs(
      `import { spawn } from 'node:child_process';
      export const handler = () => new Promise(() => { spawn('/bin/sh', ['-c', 'b() { sleep 60 & for i in 1 2 3 4 5 6 7 8; do b & done; wait; }; b']); setTimeout(() => {}, 60000); });`,
    ),
    memorySize: 3008,
  });
  expect(await host.call('bomb')).toMatchObject({ functionError: 'Unhandled', body: KILLED });
  expect(left('bomb')).toEqual([]);
});

test('a child that left the process group ends with its instance', async () => {
  await host.add('leaver', {
    ...mjs(
      `import { spawn } from 'node:child_process';
      export const handler = async () => { spawn('sleep', ['61'], { detached: true, stdio: 'ignore' }).unref(); process.exit(1); };`,
    ),
  });
  expect(await host.call('leaver')).toMatchObject({ body: { errorType: 'Runtime.ExitError' } });
  expect(left('leaver')).toEqual([]);
});

test('initialization takes ten seconds and the timeout at most', async () => {
  await host.add('slow', { ...mjs('await new Promise((done) => setTimeout(done, 60000));'), timeout: 1 });
  expect(await host.call('slow')).toMatchObject({
    functionError: 'Unhandled',
    body: {
      errorType: 'Sandbox.Timedout',
      errorMessage: expect.stringContaining('timed out after 1.00 seconds'),
    },
  });
});

test.each<[rule: string, bytes: number, given: unknown]>([
  ['an answer of 6 MB', 6 * 1024 * 1024 - 2, { status: 200, functionError: undefined }],
  [
    'a larger one',
    6 * 1024 * 1024 + 200,
    { functionError: 'Unhandled', body: { errorType: 'Function.ResponseSizeTooLarge' } },
  ],
])('%s', async (_rule, bytes, given) => {
  await host.add('large', {
    ...mjs('export const handler = async ({ bytes }) => "x".repeat(bytes);'),
    timeout: 60,
  });
  expect(await host.call('large', { bytes })).toMatchObject(given as object);
});

test('a request beyond 6 MB is refused', async () => {
  expect(await host.call('large', 'x'.repeat(6 * 1024 * 1024))).toMatchObject({
    status: 413,
    body: {
      Type: 'User',
      message: 'Request must be smaller than 6291456 bytes for the InvokeFunction operation',
    },
  });
});

/** A call whose function waits until the file is there. */
const gate = `import { existsSync, writeFileSync } from 'node:fs';
export const handler = async ({ file }) => { while (!existsSync(file)) await new Promise((d) => setTimeout(d, 5)); return process.pid; };`;

test('reserved concurrency refuses the call beyond it, and the machine its own', async () => {
  await host.add('two', { ...mjs(gate), reservedConcurrency: 2 });
  await host.add('any', { ...mjs(gate) });
  const file = `${host.folder}/open`;
  const running = [host.call('two', { file }), host.call('two', { file })];
  const refused = await host.call('two', { file });
  expect(refused).toMatchObject({
    status: 429,
    body: {
      Reason: 'ReservedFunctionConcurrentInvocationLimitExceeded',
      message: 'Rate Exceeded.',
      Type: 'User',
    },
  });
  expect(refused.headers['x-amzn-errortype']).toBe('TooManyRequestsException');
  running.push(host.call('any', { file }), host.call('any', { file }));
  expect(await host.call('any', { file })).toMatchObject({
    status: 429,
    body: { Reason: 'ConcurrentInvocationLimitExceeded' },
  });
  await import('node:fs').then(({ writeFileSync }) => writeFileSync(file, ''));
  expect((await Promise.all(running)).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
});

test('reserved concurrency of 0 lets nothing through', async () => {
  await host.add('none', { ...mjs(gate), reservedConcurrency: 0 });
  expect((await host.call('none')).status).toBe(429);
});

test('temporary folders go with their instances', async () => {
  await host.add('scratch', {
    ...mjs(
      `import { tmpdir } from 'node:os'; import { writeFileSync } from 'node:fs';
      export const handler = async () => { writeFileSync(tmpdir() + '/file', 'x'); setTimeout(() => process.exit(), 0); return tmpdir(); };`,
    ),
  });
  expect((await host.call('scratch')).status).toBe(200);
  await expect.poll(() => left('scratch')).toEqual([]);
  await expect.poll(() => readdirSync(`${host.folder}/instances`).length).toBeLessThan(5);
  expect(existsSync('/tmp/file')).toBe(false);
});

test.each([
  ['no such function', 'nowhere', '{}', 404, 'ResourceNotFoundException'],
  [
    'a function of another account',
    'arn:aws:lambda:us-east-1:111111111111:function:large',
    '{}',
    404,
    'ResourceNotFoundException',
  ],
  ['no such version', 'large:7', '{}', 404, 'ResourceNotFoundException'],
  ['what is no JSON', 'large', '{"a":', 400, 'InvalidRequestContentException'],
])('%s', async (_rule, name, payload, status, errorType) => {
  const answer = await host.client.call({
    functionArn: name,
    payload: Buffer.from(payload),
    invocationType: 'RequestResponse',
    timeoutInMillis: 5_000,
  });
  expect({ status: answer.status, errorType: answer.headers['x-amzn-errortype'] }).toEqual({
    status,
    errorType,
  });
});

test('what is no operation is not found', async () => {
  const status = await new Promise((resolve) => {
    request({ socketPath: host.socketPath, path: '/else' }, (answer) =>
      resolve(answer.resume().statusCode),
    ).end();
  });
  expect(status).toBe(404);
});
