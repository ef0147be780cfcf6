import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Installation, operator } from '../testing/Installation';
import { installations } from '../testing/installations';
import { call, Load } from '../testing/Load';
import { mockApi } from '../testing/mockApi';
import { until } from '../testing/until';

const install = installations();
const day = 86_400_000;

/** Calls of an API that the database counts. */
async function counted(installation: Installation, restApiId: string): Promise<number> {
  const range = { from: Date.now() - day, to: Date.now() + day };
  return (await installation.control('usage').report(operator, { range, restApiId })).total.calls;
}

test('F2: kill -9 of control under load loses no call, and counts each exactly once', async () => {
  const installation = await install({ GATEHOUSE_SAMPLE: 'off' });
  await installation.start();
  const api = await mockApi(installation);
  await api.deploy(1);
  const load = new Load(api.url, 4);
  for (let round = 0; round < 3; round += 1) {
    const { pid } = await installation.healthy();
    const before = load.calls;
    await until('calls in flight', () => load.calls > before + 200);
    process.kill(pid, 'SIGKILL');
    const again = await until('another control', async () => {
      const health = await installation.healthy();
      return health.pid !== pid && health;
    });
    expect(again.ok).toBe(true);
  }
  const answers = await load.stop();
  expect(answers).toEqual({ 200: load.calls });
  await until('the last batch', async () => (await counted(installation, api.restApiId)) >= load.calls);
  // Longer than any resend: a batch that was counted twice would show.
  expect(await installation.stop()).toBe(0);
  await installation.start();
  expect(await counted(installation, api.restApiId)).toBe(load.calls);
});

test('F1: kill -9 of a gateway worker loses only what it held, and another takes its place', async () => {
  const callers = 4;
  const kills = 5;
  const installation = await install({ GATEHOUSE_SAMPLE: 'off' });
  await installation.start();
  const api = await mockApi(installation);
  await api.deploy(1);
  const load = new Load(api.url, callers);
  for (let round = 0; round < kills; round += 1) {
    const before = load.calls;
    await until('calls in flight', () => load.calls > before + 200);
    const [worker] = (await installation.healthy()).workers;
    if (!worker) throw new Error('No worker runs');
    process.kill(worker.pid, 'SIGKILL');
    await until('a new worker', async () => {
      const now = (await installation.healthy()).workers.find(({ id }) => id === worker.id);
      return now !== undefined && now.pid !== worker.pid;
    });
  }
  const { 200: whole = 0, ...failed } = await load.stop();
  const lost = Object.values(failed).reduce((sum, count) => sum + count, 0);
  expect(Object.keys(failed).filter((name) => !name.startsWith('failed: '))).toEqual([]);
  expect(lost).toBeLessThanOrEqual(callers * kills);
  expect(whole + lost).toBe(load.calls);
});

test('F3: kill -9 of everything while configuration is written keeps every acknowledged write', async () => {
  const installation = await install({ GATEHOUSE_SAMPLE: 'off' });
  const acknowledged: string[] = [];
  for (let round = 0; round < 10; round += 1) {
    await installation.start();
    const names = (await installation.control('restApis').list(operator)).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(acknowledged));
    let writing = true;
    const writer = async (index: number) => {
      for (let count = 0; writing; count += 1) {
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
    const target = acknowledged.length + 5 + round;
    await until('writes', () => acknowledged.length >= target);
    await installation.killAll();
    writing = false;
    await Promise.all(writers);
  }
  await installation.start();
  const apis = await installation.control('restApis').list(operator);
  expect(apis.map(({ name }) => name)).toEqual(expect.arrayContaining(acknowledged));
  // A half-made API would lack its root resource.
  const roots = apis.map(({ id }) => installation.control('resources').list(operator, id));
  expect((await Promise.all(roots)).every(([root]) => root?.path === '/')).toBe(true);
});

test('after kill -9 of everything the gateway serves from disk before control is there', async () => {
  const installation = await install({ GATEHOUSE_SAMPLE: 'off' });
  await installation.start();
  const api = await mockApi(installation);
  await api.deploy(7);
  await installation.healthy();
  await until('the snapshot on disk', () => installation.snapshotOnDisk()?.stages.length === 1);
  await installation.killAll();
  await installation.start({ wait: false });
  const { body } = await until('an answer', () => call(api.url));
  expect(JSON.parse(body)).toEqual({ version: 7 });
});

test('F11: a damaged snapshot on disk does not stop a start', async () => {
  const installation = await install({ GATEHOUSE_SAMPLE: 'off' });
  await installation.start();
  const api = await mockApi(installation);
  await api.deploy(7);
  await until('the snapshot on disk', () => installation.snapshotOnDisk()?.stages.length === 1);
  await installation.killAll();
  for (const damaged of ['{"format": 1, "revi', '{"format": 99, "revision": 1}']) {
    writeFileSync(join(installation.dataDir, 'snapshot.json'), damaged);
    await installation.start();
    expect(JSON.parse((await call(api.url)).body)).toEqual({ version: 7 });
    await installation.killAll();
  }
});
