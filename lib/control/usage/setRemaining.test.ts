import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { databases, type TestDatabase } from '@/db/testing';
import type { Actor } from '@/lib/model/role';
import { ingest } from '../ingest/ingest';
import { type PortalWorld, portalWorld } from '../portal/testing';
import { testActor } from '../testing';
import { quotaCounts } from './readQuotas';
import { noon, usageBatch } from './testing';

const editor = testActor('editor');
const day = { startDate: '2026-01-15', endDate: '2026-01-15', limit: 25 };

describe.each(databases)('$name', ({ open }) => {
  let database: TestDatabase;
  let world: PortalWorld;
  let plan: string;
  let keys: string[];
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database?.close());
  /** Two keys of one app, which have one quota, and a third of nobody. */
  beforeEach(async () => {
    await database.clear();
    world = portalWorld(database);
    const ada: Actor = await world.developer('ada');
    const pets = await world.api('pets');
    await world.product(pets);
    plan = await world.plan('Free', [pets], { quota: { limit: 100, offset: 4, period: 'WEEK' } });
    const { portal, apiKeys, usagePlans } = world.control;
    const app = await portal.createApp(ada, { name: 'Phone' });
    await portal.subscribe(ada, app.id, plan);
    const own = [await portal.createKey(ada, app.id, { name: 'a' }), await portal.createKey(ada, app.id, { name: 'b' })]; // biome-ignore format: short
    const other = await apiKeys.create(editor, { name: 'c' });
    await usagePlans.addKey(editor, plan, other.id);
    keys = [...own, other].map(({ id }) => id);
  });
  const use = (apiKeyId: string, quotaCounted: number) =>
    ingest(world.context, usageBatch({ usagePlanId: plan, apiKeyId, quotaCounted, minute: noon }));
  const today = async () => {
    const { items } = await world.control.usage.daily(editor, plan, day);
    const byKey = new Map(items.map(({ apiKeyId, days }) => [apiKeyId, days[0]]));
    return keys.map((id) => byKey.get(id));
  };

  test('the keys of an app have one quota: what is granted to one counts for both, and for nobody else', async () => {
    const [a = '', b = ''] = keys;
    await use(a, 10);
    await use(b, 20);
    expect(await today()).toEqual([[10, 66], [20, 66], [0, 96]]); // biome-ignore format: a key a column
    const set = world.control.usage.setRemaining(editor, plan, b, 200);
    expect(await set).toEqual({ apiKeyId: b, days: [[20, 200]] });
    expect(await today()).toEqual([[10, 200], [20, 200], [0, 96]]); // biome-ignore format: a key a column
    const [busiest] = await world.control.usagePlans.quotas(editor, plan);
    expect(busiest).toMatchObject({ used: 30, limit: 230 });
    expect(await quotaCounts(world.context)).toMatchObject([{ used: 30, granted: 134 }]);
    expect(world.context.grantedQuotas).toMatchObject([
      { usagePlanId: plan, quotaOwnerId: busiest?.quotaOwnerId, granted: 134 },
    ]);
  });

  test('the next period begins as if nothing had been granted', async () => {
    await world.control.usage.setRemaining(editor, plan, keys[0] ?? '', 1);
    world.context.clock.now += 7 * 86_400_000;
    const quotas = await world.control.usagePlans.quotas(editor, plan);
    expect(quotas.map(({ limit, used }) => [limit, used])).toEqual([[100, 0], [100, 0]]); // biome-ignore format: short
  });

  test('of twenty at once the last one stands, here and in what the counters were told', async () => {
    const [, , key = ''] = keys;
    const all = Array.from({ length: 20 }, (_, index) =>
      world.control.usage.setRemaining(editor, plan, key, index * 10),
    );
    await Promise.all(all);
    const [, , [, remaining = -1] = []] = await today();
    expect(remaining % 10).toBe(0);
    const told = world.context.grantedQuotas.reduce((sum, { granted }) => sum + granted, 0);
    expect(96 + told).toBe(remaining);
  });

  test('a viewer changes nothing, and the audit log knows who did', async () => {
    const [key = ''] = keys;
    const ask = (actor: Actor) => world.control.usage.setRemaining(actor, plan, key, 5);
    await expect(ask(testActor('viewer'))).rejects.toMatchObject({ code: 'AccessDeniedException' });
    await ask(editor);
    const [entry] = await world.control.audit.list(testActor('administrator'), { limit: 1 });
    expect(entry).toMatchObject({
      operation: 'UpdateUsage',
      subject: plan,
      detail: { apiKeyId: key, remaining: 5, granted: -91 },
    });
  });
});
