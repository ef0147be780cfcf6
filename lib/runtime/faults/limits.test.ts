import { expect, test } from 'vitest';
import type { UsagePlanInput } from '@/lib/model/usagePlan';
import { type Installation, operator } from '../testing/Installation';
import { call } from '../testing/Load';
import { type MockApi, mockApi } from '../testing/mockApi';
import { sharedInstallation } from '../testing/sharedInstallation';

const install = sharedInstallation();

/** A key in a plan of the API's stage. */
async function subscribe(
  installation: Installation,
  { restApiId, stageName }: MockApi,
  limits: Pick<UsagePlanInput, 'throttle' | 'quota'>,
): Promise<{ usagePlanId: string; key: string }> {
  const plans = installation.control('usagePlans');
  const apiStages = [{ apiId: restApiId, stage: stageName }];
  const plan = await plans.create(operator, { name: 'plan', apiStages, ...limits });
  const key = await installation.control('apiKeys').create(operator, { name: 'key' });
  await plans.addKey(operator, plan.id, key.id);
  return { usagePlanId: plan.id, key: key.value ?? '' };
}

/** What the database has counted of the quota of the plan's one key. */
async function quotaUsed(installation: Installation, usagePlanId: string): Promise<number | undefined> {
  return (await installation.control('usagePlans').quotas(operator, usagePlanId))[0]?.used;
}

/** Calls by new connections, so that both workers are asked; gives how many got each status. */
async function countStatuses(url: string, calls: number, key = ''): Promise<Record<number, number>> {
  const counts: Record<number, number> = {};
  const all = Array.from({ length: calls }, () => call(url, false, key ? { 'x-api-key': key } : {}));
  for (const { status } of await Promise.all(all)) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

test('B24: a stage throttle is exact over both workers: 1,000 calls at once against a burst of 100', async () => {
  const installation = await install();
  const api = await mockApi(installation);
  await api.deploy(1);
  await installation.control('stages').update(operator, api.restApiId, api.stageName, {
    methodSettings: { '*/*': { throttlingRateLimit: 0, throttlingBurstLimit: 100 } },
  });
  expect(await countStatuses(api.url, 1_000)).toEqual({ 200: 100, 429: 900 });
});

test("B24: so is a plan's throttle, and a refused call takes nothing of the quota", async () => {
  const installation = await install();
  const api = await mockApi(installation, { apiKeyRequired: true });
  await api.deploy(1);
  const { usagePlanId, key } = await subscribe(installation, api, {
    throttle: { rateLimit: 0, burstLimit: 50 },
    quota: { limit: 60, period: 'DAY' },
  });
  expect(await countStatuses(api.url, 400, key)).toEqual({ 200: 50, 429: 350 });
  await expect.poll(() => quotaUsed(installation, usagePlanId), { timeout: 120_000 }).toBe(50);
  expect(await countStatuses(api.url, 1, 'no-such-key-at-all-here')).toEqual({ 403: 1 });
});

test('a quota is exact over both workers, and goes on after kill -9 of everything', async () => {
  const installation = await install();
  const api = await mockApi(installation, { apiKeyRequired: true });
  await api.deploy(1);
  const { usagePlanId, key } = await subscribe(installation, api, { quota: { limit: 30, period: 'MONTH' } });
  expect(await countStatuses(api.url, 20, key)).toEqual({ 200: 20 });
  await expect.poll(() => quotaUsed(installation, usagePlanId), { timeout: 120_000 }).toBe(20);
  await installation.killAll();
  await installation.start();
  expect(await countStatuses(api.url, 40, key)).toEqual({ 200: 10, 429: 30 });
});
