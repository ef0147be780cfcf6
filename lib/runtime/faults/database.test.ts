import { afterAll, beforeAll, expect, test } from 'vitest';
import { faultRounds, loadPause, printFigures } from '../testing/faultRounds';
import { type Installation, operator } from '../testing/Installation';
import { installations } from '../testing/installations';
import { call, Load } from '../testing/Load';
import { mockApi, wholeOrWhy } from '../testing/mockApi';
import { PostgresServer } from '../testing/PostgresServer';
import { until } from '../testing/until';

const install = installations();
let postgres: PostgresServer;
/** How long the database is gone. */
const outage = faultRounds(3_000, 600_000);

beforeAll(async () => {
  postgres = await PostgresServer.create();
  await postgres.start();
});
afterAll(() => postgres?.remove());

/** Tries to create an API: what the console's listener says to it. */
function write(installation: Installation): Promise<Response> {
  const body = JSON.stringify([operator, { name: `api-${performance.now()}` }]);
  return fetch(`${installation.consoleUrl}/restApis/create`, { method: 'POST', body });
}

/** Starts the database; resolves with the milliseconds until a write is taken. */
async function timedReturn(installation: Installation): Promise<number> {
  await postgres.start();
  const startedAt = performance.now();
  await until('a write', async () => (await write(installation)).ok);
  return performance.now() - startedAt;
}

/** Holds until the outage has lasted, with writes refused all the while. */
async function refuseWrites(installation: Installation): Promise<void> {
  const end = performance.now() + outage;
  await until(
    'the end of the outage',
    async () => {
      const refused = await write(installation);
      expect(refused.status).toBe(503);
      expect(refused.headers.get('retry-after')).toBe('1');
      return performance.now() > end;
    },
    outage + 30_000,
  );
}

test('F4: while the database is gone no call fails, writes get 503 and Retry-After, and it is found again', async () => {
  const installation = await install({ GATEHOUSE_SAMPLE: 'off', DATABASE_URL: postgres.url });
  await installation.start();
  const api = await mockApi(installation);
  await api.deploy(3);
  const load = new Load(api.url, 4, { classify: wholeOrWhy, pauseMs: loadPause(40) });
  await postgres.stop();
  await refuseWrites(installation);
  const health = await call(`${installation.consoleUrl}/api/health`);
  expect(health.status).toBe(503);
  expect(JSON.parse(health.body)).toMatchObject({ state: 'degraded', database: false });
  printFigures('F4: writes are taken after the return', [await timedReturn(installation)]);
  await api.deploy(4);
  expect((await call(api.url)).headers['x-version']).toBe('4');
  expect(await load.stop()).toEqual({ whole: load.calls });
  expect(await installation.stop()).toBe(0);
  await installation.start();
  const range = { from: Date.now() - 86_400_000, to: Date.now() + 86_400_000 };
  const report = { range, restApiId: api.restApiId };
  const { calls } = (await installation.control('usage').report(operator, report)).total;
  expect(calls).toBe(load.calls + 1);
}, 900_000);

test('F4: a start without the database serves the last good snapshot, and finds the database when it comes', async () => {
  const installation = await install({ GATEHOUSE_SAMPLE: 'off', DATABASE_URL: postgres.url });
  await installation.start();
  const api = await mockApi(installation);
  await api.deploy(3);
  await until('the snapshot on disk', () => (installation.snapshotOnDisk()?.stages.length ?? 0) > 0);
  expect(await installation.stop()).toBe(0);

  await postgres.stop();
  await installation.start({ wait: false });
  await until('an answer', async () => (await call(api.url)).status === 200);
  const load = new Load(api.url, 4, { classify: wholeOrWhy, pauseMs: loadPause(40) });
  await refuseWrites(installation);
  const health = await call(`${installation.consoleUrl}/api/health`);
  expect(health.status).toBe(503);
  expect(health.headers['retry-after']).toBe('1');
  expect(JSON.parse(health.body)).toEqual({ ok: false, state: 'starting' });
  printFigures('F4: writes are taken after the return, at start', [await timedReturn(installation)]);
  await api.deploy(4);
  expect((await call(api.url)).headers['x-version']).toBe('4');
  expect(await load.stop()).toEqual({ whole: load.calls });
}, 900_000);
