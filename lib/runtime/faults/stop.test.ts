import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Installation, operator } from '../testing/Installation';
import { installations } from '../testing/installations';
import { call } from '../testing/Load';
import { until } from '../testing/until';

const install = installations();
const held: (() => void)[] = [];
let backend: Server;
let backendUrl: string;

beforeAll(async () => {
  backend = createServer((_request, response) => {
    response.write('first half, ');
    held.push(() => response.end('second half'));
  });
  await new Promise<void>((resolve) => backend.listen(0, '127.0.0.1', resolve));
  const address = backend.address();
  if (address === null || typeof address === 'string') throw new Error('No port');
  backendUrl = `http://127.0.0.1:${address.port}/`;
});
afterEach(() => {
  for (const release of held.splice(0)) release();
});
afterAll(() => backend.close());

function refusesConnections(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.on('connect', () => resolve(false)).on('error', () => resolve(true));
    socket.on('connect', () => socket.destroy());
  });
}

/** An API whose one method passes calls on to the backend that holds them. */
async function slowApi(installation: Installation): Promise<string> {
  const { id, rootResourceId } = await installation.control('restApis').create(operator, { name: 'slow' });
  const target = [operator, id, rootResourceId, 'GET'] as const;
  await installation.control('methods').put(...target, {});
  await installation
    .control('methods')
    .putIntegration(...target, { type: 'HTTP_PROXY', httpMethod: 'GET', uri: backendUrl });
  await installation.control('deployments').create(operator, id, { stageName: 'live' });
  return installation.gatewayUrl(id, 'live', '/');
}

test('F12: SIGTERM lets calls in flight end whole, takes no new ones, and ends with 0', async () => {
  const installation = await install({ GATEHOUSE_SAMPLE: 'off' });
  await installation.start();
  // Two integrations, for each has 64 slots in a worker.
  const url = await slowApi(installation);
  const other = await slowApi(installation);
  const calls = Array.from({ length: 100 }, (_, index) => call(index % 2 === 0 ? url : other));
  await until('100 calls at the backend', () => held.length === 100);
  const stopped = installation.stop();
  await until('a closed listener', () => refusesConnections(url));
  for (const release of held.splice(0)) release();
  const answers = await Promise.all(calls);
  expect(answers.filter(({ body }) => body === 'first half, second half')).toHaveLength(100);
  expect(await stopped).toBe(0);
  await installation.start();
  const range = { from: Date.now() - 86_400_000, to: Date.now() + 86_400_000 };
  expect((await installation.control('usage').report(operator, { range })).total.calls).toBe(100);
});

test('F12: a second signal ends everything at once', async () => {
  const installation = await install({ GATEHOUSE_SAMPLE: 'off' });
  await installation.start();
  const url = await slowApi(installation);
  const cut = call(url).catch(() => 'cut off');
  await until('the call at the backend', () => held.length === 1);
  const stopped = installation.stop();
  await until('the stop', () => installation.output.includes('Stopping'));
  await installation.stop('SIGINT');
  expect(await stopped).toBe(1);
  expect(await cut).toBe('cut off');
});

test('Ctrl-C, which reaches every process at once, stops as gracefully', async () => {
  const installation = await install({ GATEHOUSE_SAMPLE: 'off' });
  await installation.start();
  const url = await slowApi(installation);
  const answer = call(url);
  await until('the call at the backend', () => held.length === 1);
  process.kill(-installation.pid, 'SIGINT');
  await until('the stop', () => installation.output.includes('Stopping'));
  for (const release of held.splice(0)) release();
  expect((await answer).body).toBe('first half, second half');
  expect(await installation.exited()).toBe(0);
});
