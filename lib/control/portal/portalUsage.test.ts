import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestDb, type TestDatabase } from '@/db/testing';
import type { Actor } from '@/lib/model/role';
import type { MetricRow } from '@/lib/model/usageBatch';
import type { Control } from '../control';
import { ingest } from '../ingest/ingest';
import { noon, usageBatch } from '../usage/testing';
import { type PortalWorld, portalWorld } from './testing';

const HOUR = 3_600_000;
const range = { from: noon - 48 * HOUR, to: noon };
let database: TestDatabase;
let world: PortalWorld;
let portal: Control['portal'];
let ada: Actor;
let pets: string;
let birds: string;
let plan: string;
let phone: { appId: string; keyId: string };
let web: { appId: string; keyId: string };

beforeAll(async () => {
  database = await createTestDb();
});
afterAll(() => database?.close());
beforeEach(async () => {
  await database.clear();
  world = portalWorld(database);
  portal = world.control.portal;
  pets = await world.api('pets');
  birds = await world.api('birds');
  await world.product(pets);
  plan = await world.plan('Free', [pets], { quota: { limit: 100, offset: 0, period: 'DAY' } });
  ada = await world.developer('ada');
  phone = await appWithKey(ada, 'Phone');
  web = await appWithKey(ada, 'Web');
  const eves = await appWithKey(await world.developer('eve'), 'Mine');
  await calls({ apiKeyId: phone.keyId, calls: 3, quotaCounted: 3 });
  await calls({ apiKeyId: phone.keyId, calls: 4, minute: noon - 25 * HOUR, quotaCounted: 4 });
  await calls({ apiKeyId: web.keyId, calls: 20, restApiId: birds, usagePlanId: '' });
  await calls({ apiKeyId: eves.keyId, calls: 1_000, quotaCounted: 1_000 });
  await calls({ apiKeyId: '', usagePlanId: '', calls: 5_000 });
});

async function appWithKey(actor: Actor, name: string) {
  const { id: appId } = await portal.createApp(actor, { name });
  await portal.subscribe(actor, appId, plan);
  return { appId, keyId: (await portal.createKey(actor, appId, { name: 'Key' })).id };
}
const calls = (row: Partial<MetricRow>) =>
  ingest(world.context, usageBatch({ restApiId: pets, usagePlanId: plan, minute: noon - 60_000, ...row }));
const lines = (rows: { label: string; calls: number }[]) => rows.map((row) => `${row.calls} ${row.label}`);

test('a developer sees the calls of their own keys, and no others', async () => {
  const usage = await portal.usage(ada, { range });
  expect(usage.report.total.calls).toBe(27);
  expect(lines(usage.byKey)).toEqual(['20 Web · Key', '7 Phone · Key']);
  expect(lines(usage.byDay)).toEqual(['4 2026-01-14', '23 2026-01-15']);
  const quotas = usage.quotas.map(({ quotaOwnerId, used, limit }) => [quotaOwnerId, used, limit]);
  expect(quotas).toEqual([
    [phone.appId, 3, 100],
    [web.appId, 0, 100],
  ]);
});

test('APIs are called as the catalogue calls them, unpublished ones by their address', async () => {
  const { byApi } = await portal.usage(ada, { range });
  expect(lines(byApi)).toEqual([`20 ${birds}/prod`, '7 Pets']);
});

test("a canary's calls are the product's: developers hear of no canary", async () => {
  await calls({ apiKeyId: phone.keyId, calls: 2, stageName: 'prod/Canary' });
  const { report, byApi } = await portal.usage(ada, { range });
  expect(report.total.calls).toBe(29);
  expect(lines(byApi)).toEqual([`20 ${birds}/prod`, '9 Pets']);
});

test('app, key and API narrow it', async () => {
  const total = async (query: { appId?: string; apiKeyId?: string; restApiId?: string }) =>
    (await portal.usage(ada, { range, ...query })).report.total.calls;
  expect(await total({ appId: phone.appId })).toBe(7);
  expect(await total({ apiKeyId: web.keyId })).toBe(20);
  expect(await total({ restApiId: pets })).toBe(7);
  expect(await total({ appId: phone.appId, restApiId: birds })).toBe(0);
  await expect(total({ appId: phone.appId, apiKeyId: web.keyId })).rejects.toMatchObject({
    code: 'NotFoundException',
  });
});

test("a revoked key's calls stay its owner's; its quota is over", async () => {
  await portal.revokeKey(ada, phone.appId, phone.keyId);
  const { report, quotas } = await portal.usage(ada, { range });
  expect(report.total.calls).toBe(27);
  expect(quotas.map((quota) => quota.quotaOwnerId)).toEqual([web.appId]);
});

test('without a key there is nothing, and it says so in whole shape', async () => {
  const bob = await world.developer('bob');
  const usage = await portal.usage(bob, { range });
  expect(usage.report.total).toMatchObject({ calls: 0, latency: { p50: null } });
  expect(usage.report.series).toHaveLength(48);
  expect([usage.byApi, usage.byKey, usage.byDay, usage.quotas]).toEqual([[], [], [], []]);
});

test('a bad range is refused', async () => {
  const back = { from: range.to, to: range.from };
  await expect(portal.usage(ada, { range: back })).rejects.toMatchObject({ code: 'BadRequestException' });
});
