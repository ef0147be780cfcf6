import { afterAll, beforeAll, expect, test } from 'vitest';
import { operator } from '../testing/Installation';
import { installations } from '../testing/installations';
import { call, Load } from '../testing/Load';
import { mockApi } from '../testing/mockApi';
import { PostgresServer } from '../testing/PostgresServer';
import { until } from '../testing/until';

const install = installations();
let postgres: PostgresServer;

beforeAll(async () => {
  postgres = await PostgresServer.create();
});
afterAll(() => postgres?.remove());

test('F4: without its database the gateway serves, also after a start; the console says so and comes back', async () => {
  await postgres.start();
  const installation = await install({ GATEHOUSE_SAMPLE: 'off', DATABASE_URL: postgres.url });
  await installation.start();
  const api = await mockApi(installation);
  await api.deploy(3);
  await until('the snapshot on disk', () => installation.snapshotOnDisk()?.stages.length === 1);

  const load = new Load(api.url, 2);
  await postgres.stop();
  const refused = installation.control('restApis').create(operator, { name: 'meanwhile' });
  await expect(refused).rejects.toThrow('ServiceUnavailableException');
  await until('calls without a database', () => load.calls > 500);
  await postgres.start();
  await until('writes again', () =>
    installation.control('restApis').create(operator, { name: 'afterwards' }),
  );
  expect(await load.stop()).toEqual({ 200: load.calls });
  expect(await installation.stop()).toBe(0);

  await postgres.stop();
  await installation.start({ wait: false });
  const { body } = await until('an answer', () => call(api.url));
  expect(JSON.parse(body)).toEqual({ version: 3 });
  const health = await until('the console', () => call(`${installation.consoleUrl}/api/health`));
  expect(health.status).toBe(503);
  expect(health.headers['retry-after']).toBe('1');
  await postgres.start();
  await installation.healthy();
  const names = (await installation.control('restApis').list(operator)).map(({ name }) => name);
  expect(names.sort()).toEqual(['afterwards', 'versions']);
});
