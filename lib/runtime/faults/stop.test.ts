import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Installation, operator } from '../testing/Installation';
import { installations } from '../testing/installations';
import { call } from '../testing/Load';
import { mockApi } from '../testing/mockApi';
import { sharedInstallation } from '../testing/sharedInstallation';
import { until } from '../testing/until';

const install = sharedInstallation();
const installAnother = installations();
const held: (() => void)[] = [];
let backend: Server;
let backendUrl: string;

beforeAll(async () => {
  backend = createServer(({ url = '' }, response) => {
    if (!url.includes('silent')) response.write('first half, ');
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

async function callsCounted(installation: Installation, { restApiId }: SlowApi): Promise<number> {
  const range = { from: Date.now() - 86_400_000, to: Date.now() + 86_400_000 };
  return (await installation.control('usage').report(operator, { range, restApiId })).total.calls;
}

interface SlowApi {
  restApiId: string;
  url: string;
}

/** An API whose one method passes calls on to the backend that holds them. */
async function slowApi(installation: Installation): Promise<SlowApi> {
  const { id, rootResourceId } = await installation.control('restApis').create(operator, { name: 'slow' });
  const target = [operator, id, rootResourceId, 'GET'] as const;
  await installation.control('methods').put(...target, {});
  await installation
    .control('methods')
    .putIntegration(...target, { type: 'HTTP_PROXY', httpMethod: 'GET', uri: backendUrl });
  await installation.control('deployments').create(operator, id, { stageName: 'live' });
  return { restApiId: id, url: installation.gatewayUrl(id, 'live', '/') };
}

test('F12: SIGTERM lets calls in flight end whole, takes no new ones, and ends with 0', async () => {
  const installation = await install();
  // Two integrations, for each has 64 slots in a worker.
  const apis = [await slowApi(installation), await slowApi(installation)];
  const calls = apis.flatMap(({ url }) => Array.from({ length: 50 }, () => call(url)));
  await until('100 calls at the backend', () => held.length === 100);
  const stopped = installation.stop();
  await until('a closed listener', () => refusesConnections(apis[0]?.url ?? ''));
  for (const release of held.splice(0)) release();
  const answers = await Promise.all(calls);
  expect(answers.filter(({ body }) => body === 'first half, second half')).toHaveLength(100);
  expect(await stopped).toBe(0);
  await installation.start();
  expect(await Promise.all(apis.map((api) => callsCounted(installation, api)))).toEqual([50, 50]);
});

test('F12: readiness fails first, while the gateway still takes calls; then its listener closes', async () => {
  const installation = await installAnother({ GATEHOUSE_SAMPLE: 'off', GATEHOUSE_STOP_DELAY: '3' });
  await installation.start();
  const api = await mockApi(installation);
  await api.deploy(1);
  const probe = () => call(`${installation.consoleUrl}/api/health`);
  expect(await probe()).toMatchObject({ status: 200 });
  const stopped = installation.stop();
  const refused = await until('readiness that says no', async () => {
    const answer = await probe();
    return answer.status !== 200 && answer;
  });
  expect(refused.status).toBe(503);
  expect(JSON.parse(refused.body)).toEqual({ ok: false, state: 'stopping' });
  expect((await call(api.url)).status).toBe(200);
  await until('a closed listener', () => refusesConnections(api.url));
  expect(await stopped).toBe(0);
});

test('F12: a control process that is started again during a stop does not call itself ready', async () => {
  const installation = await installAnother({ GATEHOUSE_SAMPLE: 'off', GATEHOUSE_STOP_DELAY: '6' });
  await installation.start();
  const { pid } = await installation.healthy();
  const states: string[] = [];
  const stopped = installation.stop();
  const stateOf = async () => JSON.parse((await call(`${installation.consoleUrl}/api/health`)).body).state;
  await until('the stop', async () => (await stateOf()) === 'stopping');
  process.kill(pid, 'SIGKILL');
  await until('no console', () =>
    stateOf()
      .then(() => false)
      .catch(() => true),
  );
  while (!installation.ended) states.push(await stateOf().catch(() => 'away'));
  expect(await stopped).toBe(0);
  expect([...new Set(states)].sort()).toEqual(['away', 'stopping']);
});

test('F12: a stream that outlasts the stop is cut and logged; what ends in time is whole, and the end is 0', async () => {
  const installation = await installAnother({ GATEHOUSE_SAMPLE: 'off', GATEHOUSE_STOP_TIMEOUT: '5' });
  await installation.start();
  const api = await slowApi(installation);
  const { url } = api;
  const endless = [url, `${url}?silent`].map((target) => call(target).catch(() => 'cut off'));
  await until('the first calls at the backend', () => held.length === 2);
  const calls = Array.from({ length: 40 }, () => call(url));
  await until('all calls at the backend', () => held.length === 42);
  const stopped = installation.stop();
  await until('a closed listener', () => refusesConnections(url));
  for (const release of held.splice(2)) release();
  expect((await Promise.all(calls)).map(({ body }) => body)).toEqual(
    Array(40).fill('first half, second half'),
  );
  expect(await Promise.all(endless)).toEqual(['cut off', 'cut off']);
  expect(await stopped).toBe(0);
  const lines = installation.output.match(/^.*Calls were cut off.*$/gm) ?? [];
  const cut = lines.flatMap((line): string[] => JSON.parse(line).requestIds);
  expect(cut).toEqual(Array(2).fill(expect.stringMatching(/^[\da-f-]{36}$/)));
  await installation.start();
  expect(await callsCounted(installation, api)).toBe(42);
});

test('F12: a second signal ends everything at once', async () => {
  const installation = await install();
  const { url } = await slowApi(installation);
  const cut = call(url).catch(() => 'cut off');
  await until('the call at the backend', () => held.length === 1);
  const stopped = installation.stop();
  await until('the stop', () => installation.output.includes('Stopping'));
  await installation.stop('SIGINT');
  expect(await stopped).toBe(1);
  expect(await cut).toBe('cut off');
});

test('Ctrl-C, which reaches every process at once, stops as gracefully', async () => {
  const installation = await install();
  const { url } = await slowApi(installation);
  const answer = call(url);
  await until('the call at the backend', () => held.length === 1);
  process.kill(-installation.pid, 'SIGINT');
  await until('the stop', () => installation.output.includes('Stopping'));
  for (const release of held.splice(0)) release();
  expect((await answer).body).toBe('first half, second half');
  expect(await installation.exited()).toBe(0);
});
