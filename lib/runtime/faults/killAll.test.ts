import { expect, test } from 'vitest';
import { faultRounds, printFigures } from '../testing/faultRounds';
import { type Installation, operator } from '../testing/Installation';
import { call } from '../testing/Load';
import { isOnDisk, mockApi } from '../testing/mockApi';
import { sharedInstallation } from '../testing/sharedInstallation';
import { until } from '../testing/until';

const install = sharedInstallation();
const rounds = faultRounds(8, 100);

/** Creates APIs, two at a time, and kills everything once some are acknowledged. Resolves with their names. */
async function writeUntilKilled(installation: Installation, round: number): Promise<string[]> {
  const acknowledged: string[] = [];
  const writer = async (index: number) => {
    for (let count = 0; ; count += 1) {
      const name = `api-${round}-${index}-${count}`;
      const made = await installation
        .control('restApis')
        .create(operator, { name })
        .catch(() => null);
      if (!made) return;
      acknowledged.push(made.name);
    }
  };
  const writers = [writer(0), writer(1)];
  // Another number each round, so that another moment of a write is hit.
  await until('writes', () => acknowledged.length > 4 + (round % 10));
  await installation.killAll();
  await Promise.all(writers);
  return acknowledged;
}

/** Starts everything; resolves with the milliseconds until the gateway answers and until control does. */
async function timedStart(installation: Installation, url: string): Promise<[gateway: number, all: number]> {
  const startedAt = performance.now();
  const ready = installation.start();
  await until('an answer of the gateway', async () => (await call(url)).status === 200);
  const gateway = performance.now() - startedAt;
  await ready;
  return [gateway, performance.now() - startedAt];
}

test(`F3: ${rounds} times kill -9 of everything while configuration is written keeps every acknowledged write`, async () => {
  const installation = await install();
  const api = await mockApi(installation);
  await api.deploy(1);
  await until('the snapshot on disk', () => isOnDisk(installation, api));
  const acknowledged: string[] = [];
  const times: [number, number][] = [];
  for (let round = 0; round < rounds; round += 1) {
    acknowledged.push(...(await writeUntilKilled(installation, round)));
    times.push(await timedStart(installation, api.url));
    const names = (await installation.control('restApis').list(operator)).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(acknowledged));
  }
  printFigures(
    `F3: 0 of ${acknowledged.length} acknowledged writes lost; the gateway serves`,
    times.map(([gateway]) => gateway),
  );
  printFigures(
    'F3: everything is ready',
    times.map(([, all]) => all),
  );
  // A half-made API would lack its root resource.
  const apis = await installation.control('restApis').list(operator);
  const roots = apis.map(({ id }) => installation.control('resources').list(operator, id));
  expect((await Promise.all(roots)).every(([root]) => root?.path === '/')).toBe(true);
}, 1_200_000);

test('F3: kill -9 of everything loses no count that the database had, which has them while calls go on', async () => {
  const installation = await install();
  const api = await mockApi(installation);
  await api.deploy(1);
  const counted = async () => {
    const range = { from: Date.now() - 86_400_000, to: Date.now() + 86_400_000 };
    return (await installation.control('usage').report(operator, { range, restApiId: api.restApiId })).total
      .calls;
  };
  const answeredAt: number[] = [];
  // Without a pause in the calls: a count that waited for one would never come.
  const before = await until('the counts of the first calls', async () => {
    expect((await call(api.url)).status).toBe(200);
    answeredAt.push(performance.now());
    const known = await counted();
    return known >= 50 && known;
  });
  const killedAt = performance.now();
  await installation.killAll();
  await installation.start();
  const calls = await counted();
  const lost = answeredAt.slice(calls);
  printFigures(
    'F3: age of the counts that were lost',
    lost.map((at) => killedAt - at),
  );
  expect(calls).toBeLessThanOrEqual(answeredAt.length);
  expect(calls).toBeGreaterThanOrEqual(before);
});

test('F3: the gateway serves from disk before control is there', async () => {
  const installation = await install();
  const api = await mockApi(installation);
  await api.deploy(7);
  await until('the snapshot on disk', () => isOnDisk(installation, api));
  await installation.killAll();
  await installation.start({ wait: false });
  const { body } = await until('an answer', () => call(api.url));
  expect(JSON.parse(body)).toEqual({ version: 7 });
});
