import { expect, test } from 'vitest';
import { faultRounds, loadPause, printFigures } from '../testing/faultRounds';
import { Load } from '../testing/Load';
import { mockApi } from '../testing/mockApi';
import { sharedInstallation } from '../testing/sharedInstallation';
import { until } from '../testing/until';

const install = sharedInstallation();
const callers = 8;
const kills = faultRounds(20, 50);

test(`F1: ${kills} times kill -9 of a gateway worker loses only what it held, and another takes its place`, async () => {
  const installation = await install();
  const api = await mockApi(installation);
  await api.deploy(1);
  const load = new Load(api.url, callers, { pauseMs: loadPause(20) });
  const replaced: number[] = [];
  for (let round = 0; round < kills; round += 1) {
    const before = load.calls;
    await until('calls in flight', () => load.calls > before + 5 * callers);
    const worker = (await installation.healthy()).workers[round % 2];
    if (!worker) throw new Error('No worker runs');
    const killedAt = performance.now();
    process.kill(worker.pid, 'SIGKILL');
    await until('a new worker that serves the newest revision', async () => {
      const { workers, revision } = await installation.health();
      const now = workers.find(({ id }) => id === worker.id);
      return now !== undefined && now.pid !== worker.pid && now.revision === revision;
    });
    replaced.push(performance.now() - killedAt);
  }
  const { 200: whole = 0, ...failed } = await load.stop();
  const lost = Object.values(failed).reduce((sum, count) => sum + count, 0);
  printFigures(
    `F1: ${lost} of ${load.calls} calls lost by ${kills} kills ${JSON.stringify(failed)}; a worker replaced`,
    replaced,
  );
  // A connection that a dead worker had; none was refused, and no answer was wrong.
  const names = Object.keys(failed).filter((name) => !/socket hang up|ECONNRESET|EPIPE|cut off/.test(name));
  expect(names).toEqual([]);
  expect(lost).toBeLessThanOrEqual(callers * kills);
  expect(whole + lost).toBe(load.calls);
}, 600_000);
