import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { buffer, text } from 'node:stream/consumers';
import { FunctionUnreachable } from '@gatehouse/gateway/ports';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { FunctionClient } from './FunctionClient';
import { createTestHost } from './testing/createTestHost';

let host: Awaited<ReturnType<typeof createTestHost>>;
// Functions and tests talk through files and process ids here, which those with namespaces of their own do not share.
beforeAll(async () => {
  host = await createTestHost({ confined: false }, { retry: [10, 20], throttled: 10 });
});
afterAll(async () => {
  expect(await host.close()).toEqual([]);
});
const mjs = (body: string) => ({ files: { 'index.mjs': body } });
const pid = mjs(
  'let calls = 0; export const handler = async () => ({ pid: process.pid, calls: (calls += 1) });',
);
const payload = Buffer.from('{}');

test('a warm instance is used again, and a crashed one is not', async () => {
  await host.add(
    'warm',
    mjs('export const handler = async ({ end }) => (end ? process.exit(1) : process.pid);'),
  );
  const first = await host.call('warm');
  const second = await host.call('warm');
  expect(second.body).toBe(first.body);
  expect(first.log).toContain('Init Duration');
  expect(second.log).not.toContain('Init Duration');
  expect((await host.call('warm', { end: true })).functionError).toBe('Unhandled');
  const third = await host.call('warm');
  expect(third.body).toBeTypeOf('number');
  expect(third.body).not.toBe(first.body);
});

test('calls that follow each other find room and the same instance', async () => {
  await host.add('single', { ...pid, reservedConcurrency: 1 });
  const pids = new Set<number>();
  for (let n = 0; n < 50; n += 1) {
    const { status, payload: given } = await host.client.invoke({
      functionArn: 'single',
      payload,
      invocationType: 'RequestResponse',
      timeoutInMillis: 60_000,
    });
    expect(status).toBe(200);
    pids.add(JSON.parse(given.toString()).pid);
  }
  expect(pids.size).toBe(1);
});

test('changed code and changed configuration replace instances; a changed reservation does not', async () => {
  await host.add('changing', mjs('export const handler = async () => [1, process.env.WORD, process.pid];'));
  const [, , before] = (await host.call('changing')).body;
  await host.add('changing', {
    ...mjs('export const handler = async () => [1, process.env.WORD, process.pid];'),
    reservedConcurrency: 3,
  });
  expect((await host.call('changing')).body).toEqual([1, null, before]);
  await host.add('changing', {
    ...mjs('export const handler = async () => [1, process.env.WORD, process.pid];'),
    environment: { WORD: 'new' },
  });
  expect((await host.call('changing')).body.slice(0, 2)).toEqual([1, 'new']);
  await host.add('changing', mjs('export const handler = async () => [2];'));
  expect((await host.call('changing')).body).toEqual([2]);
  await expect.poll(() => existsSync(`/proc/${before}`)).toBe(false);
});

test('idle instances end after their time', async () => {
  const short = await createTestHost({ confined: false, idleTime: 50, sweep: 20 });
  await short.add('idle', pid);
  const { body } = await short.call('idle');
  await expect.poll(() => existsSync(`/proc/${body.pid}`)).toBe(false);
  expect(await short.close()).toEqual([]);
});

test('versions and aliases are called by their qualifier', async () => {
  const version = (n: number, aliases: string[]) => ({
    ...mjs(`export const handler = async (e, c) => [${n}, c.functionVersion, c.invokedFunctionArn];`),
    version: n === 0 ? '$LATEST' : `${n}`,
    aliases,
  });
  for (const [n, aliases] of [
    [0, []],
    [1, ['old']],
    [2, ['live']],
  ] as const)
    await host.add('versioned', version(n, [...aliases]));
  const arn = 'arn:aws:lambda:us-east-1:000000000000:function:versioned';
  const called = async (name: string) => {
    const { body, headers } = await host.call(name);
    return [body, headers['x-amz-executed-version']];
  };
  expect(await called('versioned')).toEqual([[0, '$LATEST', `${arn}:$LATEST`], '$LATEST']);
  expect(await called(`${arn}:live`)).toEqual([[2, '2', `${arn}:live`], '2']);
  expect(await called(`${arn}:1`)).toEqual([[1, '1', `${arn}:1`], '1']);
  expect(await called('000000000000:function:versioned:old')).toEqual([[1, '1', expect.any(String)], '1']);
});

test('the log has START, the lines, END and REPORT', async () => {
  await host.add(
    'talker',
    mjs(
      'console.log("at start"); export const handler = async () => { console.log("a %d", 1); console.error("b"); process.stdout.write("raw\\n"); };',
    ),
  );
  const { log, headers } = await host.call('talker');
  const id = String(headers['x-amzn-requestid']);
  const lines = log.trimEnd().split('\n');
  expect(lines[0]).toBe(`START RequestId: ${id} Version: $LATEST`);
  expect(lines[1]).toMatch(/\tINFO\tat start$/);
  expect(log).toContain(`\t${id}\tINFO\ta 1\n`);
  expect(log).toContain(`\t${id}\tERROR\tb\n`);
  expect(lines).toContain('raw');
  expect(lines.at(-2)).toBe(`END RequestId: ${id}`);
  expect(lines.at(-1)).toMatch(
    new RegExp(
      `^REPORT RequestId: ${id}\\tDuration: [\\d.]+ ms\\tBilled Duration: \\d+ ms\\tMemory Size: 128 MB\\tMax Memory Used: \\d+ MB\\tInit Duration: [\\d.]+ ms$`,
    ),
  );
  expect(
    host.invocations.find(({ requestId }) => requestId === id)?.lines.map(({ message }) => message),
  ).toEqual(lines);
});

test('a function that writes without end is cut off in its log, not in its work', async () => {
  await host.add(
    'flood',
    mjs(
      'export const handler = async () => { for (let i = 0; i < 5000; i += 1) console.log("x".repeat(1000)); await new Promise((written) => process.stdout.write("", written)); return "done"; };',
    ),
  );
  const { body, headers } = await host.call('flood');
  expect(body).toBe('done');
  const log = () => host.invocations.find(({ requestId }) => requestId === headers['x-amzn-requestid']);
  const kept = JSON.stringify(await vi.waitUntil(log, { timeout: 90_000 }));
  expect(kept).toMatch(/\d+ lines were dropped/);
  expect(kept.length).toBeLessThan(400_000);
});

test('an event is taken at once, and tried three times when it fails', async () => {
  const file = `${host.folder}/attempts`;
  await host.add(
    'event',
    mjs(
      `import { appendFileSync } from 'node:fs'; export const handler = async ({ file }) => { appendFileSync(file, 'x'); throw new Error('again'); };`,
    ),
  );
  const answer = await host.client.call({
    functionArn: 'event',
    payload: Buffer.from(JSON.stringify({ file })),
    invocationType: 'Event',
    timeoutInMillis: 5_000,
  });
  expect([answer.status, answer.payload.length]).toEqual([202, 0]);
  const ofEvent = () => host.invocations.filter(({ functionName }) => functionName === 'event');
  await expect.poll(() => ofEvent().length).toBe(3);
  expect(readFileSync(file, 'utf8')).toBe('xxx');
  expect(new Set(ofEvent().map(({ requestId }) => requestId)).size).toBe(1);
});

test.each([
  ['beyond 256 KB', Buffer.from(`"${'x'.repeat(256 * 1024)}"`), 413],
  ['that is no JSON', Buffer.from('{'), 400],
])('an event %s is refused', async (_rule, body, status) => {
  const answer = await host.client.call({
    functionArn: 'event',
    payload: body,
    invocationType: 'Event',
    timeoutInMillis: 5_000,
  });
  expect(answer.status).toBe(status);
});

const streaming = `import { existsSync } from 'node:fs';
export const handler = awslambda.streamifyResponse(async ({ file, fail }, stream) => {
  if (fail === 'before') throw new TypeError('before');
  stream = awslambda.HttpResponseStream.from(stream, { statusCode: 201, headers: { 'x-a': 'b' } });
  stream.write('first ');
  while (file && !existsSync(file)) await new Promise((d) => setTimeout(d, 5));
  if (fail === 'midway') throw new Error('midway');
  if (fail === 'exit') process.exit(1);
  stream.end('last');
});`;
const stream = (event: unknown) =>
  host.client.stream({
    functionArn: 'streaming',
    payload: Buffer.from(JSON.stringify(event)),
    invocationType: 'RequestResponse',
    timeoutInMillis: 60_000,
  });

test('a streamed answer comes as it is written: metadata, eight zeros, body', async () => {
  await host.add('streaming', mjs(streaming));
  const file = `${host.folder}/go`;
  const { status, functionError, body } = await stream({ file });
  expect([status, functionError]).toEqual([200, undefined]);
  await once(body, 'readable');
  writeFileSync(file, '');
  expect((await buffer(body)).toString()).toBe(
    `{"statusCode":201,"headers":{"x-a":"b"}}${'\0'.repeat(8)}first last`,
  );
});

test('the time for an answer ends with its first byte', async () => {
  const file = `${host.folder}/later`;
  const waiting = new AbortController();
  const { body } = await host.client.stream({
    functionArn: 'streaming',
    payload: Buffer.from(JSON.stringify({ file })),
    invocationType: 'RequestResponse',
    timeoutInMillis: 60_000,
    signal: waiting.signal,
  });
  waiting.abort();
  writeFileSync(file, '');
  expect(await text(body)).toMatch(/first last$/);
});

test('a failure before the first byte is a function error', async () => {
  const { functionError, body } = await stream({ fail: 'before' });
  expect(functionError).toBe('Unhandled');
  expect(JSON.parse(await text(body))).toMatchObject({ errorType: 'TypeError', errorMessage: 'before' });
});

test.each(['midway', 'exit'])('a failure behind the first byte breaks the stream off: %s', async (fail) => {
  const file = `${host.folder}/${fail}`;
  const { status, body } = await stream({ fail, file });
  expect(status).toBe(200);
  writeFileSync(file, '');
  await expect(text(body)).rejects.toThrow();
});

test('a streaming handler that is called for a whole answer gives it whole', async () => {
  const answer = await host.client.invoke({
    functionArn: 'streaming',
    payload,
    invocationType: 'RequestResponse',
    timeoutInMillis: 60_000,
  });
  expect(answer.payload.toString()).toMatch(/first last$/);
});

test('a caller that leaves and one whose time is over are told so; the function goes on', async () => {
  await host.add(
    'lasting',
    mjs(
      `import { existsSync } from 'node:fs'; export const handler = async ({ file }) => { while (!existsSync(file)) await new Promise((d) => setTimeout(d, 5)); };`,
    ),
  );
  const file = `${host.folder}/over`;
  const waiting = (timeoutInMillis: number, signal?: AbortSignal) =>
    host.client.invoke({
      functionArn: 'lasting',
      payload: Buffer.from(JSON.stringify({ file })),
      invocationType: 'RequestResponse',
      timeoutInMillis,
      signal,
    });
  await expect(waiting(300)).rejects.toMatchObject({ name: 'FunctionUnreachable', reason: 'timeout' });
  await expect(waiting(10_000, AbortSignal.timeout(300))).rejects.toMatchObject({ reason: 'timeout' });
  const leaving = new AbortController();
  const left = waiting(10_000, leaving.signal);
  leaving.abort();
  await expect(left).rejects.toMatchObject({ reason: 'client-gone' });
  writeFileSync(file, '');
  await expect
    .poll(() => host.invocations.filter(({ functionName }) => functionName === 'lasting').length)
    .toBeGreaterThanOrEqual(2);
});

test('a host that is away is unreachable', async () => {
  const client = new FunctionClient(`${host.folder}/nobody`);
  const call = {
    functionArn: 'x',
    payload,
    invocationType: 'RequestResponse',
    timeoutInMillis: 1_000,
  } as const;
  await expect(client.invoke(call)).rejects.toThrow(FunctionUnreachable);
  await expect(client.stream(call)).rejects.toMatchObject({ reason: 'unreachable' });
});
