import { expect, test } from 'vitest';
import { faultRounds, loadPause, printFigures } from '../testing/faultRounds';
import { type Installation, operator } from '../testing/Installation';
import { call, Load } from '../testing/Load';
import { type MockApi, mockApi, wholeOrWhy } from '../testing/mockApi';
import { sharedInstallation } from '../testing/sharedInstallation';
import { until } from '../testing/until';

const install = sharedInstallation();
const day = 86_400_000;
const kills = faultRounds(8, 20);
const callers = 8;

/** Calls of an API that the database counts. */
async function counted(installation: Installation, restApiId: string): Promise<number> {
  const range = { from: Date.now() - day, to: Date.now() + day };
  return (await installation.control('usage').report(operator, { range, restApiId })).total.calls;
}

/** Deploys one version after the other until control is gone. Resolves with the last that was acknowledged. */
async function deployUntilRefused(api: MockApi, first: number): Promise<number> {
  for (let version = first; ; version += 1) {
    const made = await api.deploy(version).then(
      () => true,
      () => false,
    );
    if (!made) return version - 1;
  }
}

/** Kills control; resolves with the milliseconds until another one is healthy. */
async function replaceControl(installation: Installation): Promise<number> {
  const { pid } = await installation.healthy();
  const killedAt = performance.now();
  process.kill(pid, 'SIGKILL');
  await until('another control', async () => {
    const health = await installation.health();
    return health.ok && health.pid !== pid;
  });
  return performance.now() - killedAt;
}

test(`F2: ${kills} times kill -9 of control while it deploys: no call lost, each counted once, no half-made deployment`, async () => {
  const installation = await install();
  const api = await mockApi(installation);
  await api.deploy(0);
  const load = new Load(api.url, callers, { classify: wholeOrWhy, pauseMs: loadPause(40) });
  const back: number[] = [];
  let served = 0;
  for (let round = 0; round < kills; round += 1) {
    const before = load.calls;
    const deploying = deployUntilRefused(api, served + 1);
    await until('calls in flight', () => load.calls > before + 5 * callers);
    back.push(await replaceControl(installation));
    const acknowledged = await deploying;
    served = Number((await call(api.url)).headers['x-version']);
    // What was committed when its answer was lost is there as well.
    expect([acknowledged, acknowledged + 1]).toContain(served);
  }
  expect(await load.stop()).toEqual({ whole: load.calls });
  printFigures(`F2: 0 of ${load.calls} calls lost by ${kills} kills; the console back`, back);
  const deployments = await installation.control('deployments').list(operator, api.restApiId);
  expect(deployments.length).toBeGreaterThan(served);
  const calls = load.calls + kills;
  await until('the last batch', async () => (await counted(installation, api.restApiId)) >= calls);
  // Longer than any resend: a batch that was counted twice would show.
  expect(await installation.stop()).toBe(0);
  await installation.start();
  expect(await counted(installation, api.restApiId)).toBe(calls);
}, 600_000);
