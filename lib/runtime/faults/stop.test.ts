import { createServer, type Server } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Installation, operator } from '../testing/Installation';
import { installations } from '../testing/installations';
import { call } from '../testing/Load';
import { sharedInstallation } from '../testing/sharedInstallation';
import { until } from '../testing/until';

const install = sharedInstallation();
const installAnother = installations();
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

test('F12: a control process that is started again during a stop does not call itself ready', async () => {
  // Time for control to start again on a machine that does much else.
  const stop = { GATEHOUSE_STOP_DELAY: '20', GATEHOUSE_STOP_TIMEOUT: '40' };
  const installation = await installAnother({ GATEHOUSE_SAMPLE: 'off', ...stop });
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
  while (!installation.ended) {
    states.push(await stateOf().catch(() => 'away'));
    // Asked without a pause, its start would have no processor.
    await setTimeout(20);
  }
  expect(await stopped).toBe(0);
  expect([...new Set(states)].sort()).toEqual(['away', 'stopping']);
});

test('Ctrl-C, which reaches every process at once, stops as gracefully', async () => {
  const installation = await install();
  const url = await slowApi(installation);
  const answer = call(url);
  await until('the call at the backend', () => held.length === 1);
  process.kill(-installation.pid, 'SIGINT');
  await until('the stop', () => installation.output.includes('Stopping'));
  for (const release of held.splice(0)) release();
  expect((await answer).body).toBe('first half, second half');
  expect(await installation.exited()).toBe(0);
});
