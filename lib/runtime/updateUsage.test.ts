import { APIGatewayClient, GetUsageCommand, UpdateUsageCommand } from '@aws-sdk/client-api-gateway';
import { expect, test } from 'vitest';
import { type Installation, operator } from './testing/Installation';
import { call } from './testing/Load';
import { mockApi } from './testing/mockApi';
import { sharedInstallation } from './testing/sharedInstallation';
import { credentials, region } from './testing/socketApi';

const install = sharedInstallation();

/** An API whose one plan has a quota; `calls` gives how many of so many got each status. */
async function metered(installation: Installation, limit: number) {
  const api = await mockApi(installation, { apiKeyRequired: true });
  await api.deploy(1);
  const plans = installation.control('usagePlans');
  const apiStages = [{ apiId: api.restApiId, stage: api.stageName }];
  const quota = { limit, period: 'MONTH' } as const;
  const { id: usagePlanId } = await plans.create(operator, { name: 'plan', apiStages, quota });
  const key = await installation.control('apiKeys').create(operator, { name: 'key' });
  await plans.addKey(operator, usagePlanId, key.id);
  const calls = async (count: number) => {
    const headers = { 'x-api-key': key.value ?? '' };
    const all = await Promise.all(Array.from({ length: count }, () => call(api.url, false, headers)));
    const counts: Record<number, number> = {};
    for (const { status } of all) counts[status] = (counts[status] ?? 0) + 1;
    return counts;
  };
  return { usagePlanId, keyId: key.id, calls };
}

test('what UpdateUsage says remains is what the gateway lets through, also after kill -9 of everything', async () => {
  const installation = await install();
  const client = new APIGatewayClient({
    region,
    endpoint: installation.awsUrl,
    credentials,
  });
  const { usagePlanId, keyId, calls } = await metered(installation, 5);
  const remain = (value: string) =>
    client.send(
      new UpdateUsageCommand({
        usagePlanId,
        keyId,
        patchOperations: [{ op: 'replace', path: '/remaining', value }],
      }),
    );
  const today = async () => {
    const day = new Date().toISOString().slice(0, 10);
    const { items = {} } = await client.send(
      new GetUsageCommand({ usagePlanId, keyId, startDate: day, endDate: day }),
    );
    return items[keyId]?.[0];
  };
  const written = (day: number[]) => expect.poll(today, { timeout: 120_000 }).toEqual(day);

  // Before the counters have heard of the key at all.
  await remain('7');
  expect(await calls(10)).toEqual({ 200: 7, 429: 3 });
  await written([7, 0]);
  await remain('3');
  expect(await calls(8)).toEqual({ 200: 3, 429: 5 });
  await written([10, 0]);
  await remain('100');
  expect(await calls(5)).toEqual({ 200: 5 });
  await written([15, 95]);
  await remain('2');
  expect(await calls(5)).toEqual({ 200: 2, 429: 3 });
  await written([17, 0]);
  await remain('4');
  await installation.killAll();
  await installation.start();
  expect(await today()).toEqual([17, 4]);
  expect(await calls(9)).toEqual({ 200: 4, 429: 5 });
  client.destroy();
});
