import { expect, test } from 'vitest';
import { faultRounds, loadPause } from '../testing/faultRounds';
import { operator } from '../testing/Installation';
import { call, Load } from '../testing/Load';
import { mockApi, wholeOrWhy } from '../testing/mockApi';
import { sharedInstallation } from '../testing/sharedInstallation';

const install = sharedInstallation();
const swaps = faultRounds(80, 200);

test(`F10: ${swaps} deployments under load: no failed call, no answer of two versions, each live at once`, async () => {
  const installation = await install();
  const api = await mockApi(installation);
  await api.deploy(0);
  const load = new Load(api.url, 4, { classify: wholeOrWhy, pauseMs: loadPause(10, 0) });
  for (let version = 1; version <= swaps; version += 1) {
    await api.deploy(version);
    // Both workers acknowledged before the operation answered.
    if (version % 20 === 0) expect(await versionsServed(api.url)).toEqual([version]);
  }
  expect(await load.stop()).toEqual({ whole: load.calls });
  expect(load.calls).toBeGreaterThan(swaps);
  const deployments = await installation.control('deployments').list(operator, api.restApiId);
  expect(deployments.length).toBe(swaps + 1);
});

/** New connections, so that both workers are asked. */
async function versionsServed(url: string): Promise<number[]> {
  const answers = await Promise.all(Array.from({ length: 20 }, () => call(url)));
  return [...new Set(answers.map(({ body }) => JSON.parse(body).version))];
}
