import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { databases, type TestDatabase } from '@/db/testing';
import type { Actor } from '@/lib/model/role';
import { ingest } from '../ingest/ingest';
import { testActor } from '../testing';
import { expire } from '../usage/expire';
import { quotaCounts } from '../usage/readQuotas';
import { noon, usageBatch } from '../usage/testing';
import { type PortalWorld, portalWorld } from './testing';

const editor = testActor('editor');
const DAY = 86_400_000;

/** However a developer changes keys, an app has one quota in a plan. */
describe.each(databases)('$name', ({ open }) => {
  let database: TestDatabase;
  let world: PortalWorld;
  let ada: Actor;
  let pets: string;
  let plan: string;
  let appId: string;
  let subscriptionId: string;
  let first: string;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database?.close());
  beforeEach(async () => {
    await database.clear();
    world = portalWorld(database);
    ada = await world.developer('ada');
    pets = await world.api('pets');
    await world.product(pets);
    plan = await world.plan('Free', [pets], { quota: { limit: 100, offset: 4, period: 'WEEK' } });
    appId = (await portal().createApp(ada, { name: 'Phone' })).id;
    subscriptionId = (await portal().subscribe(ada, appId, plan)).id;
    first = await key();
    await use(first, 7);
  });
  const portal = () => world.control.portal;
  const key = async () => (await portal().createKey(ada, appId, { name: 'Key' })).id;
  const use = (apiKeyId: string, quotaCounted: number) =>
    ingest(
      world.context,
      usageBatch({
        restApiId: pets,
        usagePlanId: plan,
        apiKeyId,
        quotaCounted,
        minute: world.context.clock.now,
      }),
    );
  /** `used of limit`: on the developer's usage page, on the plan's page, and in counters that start now */
  const everywhere = async () => {
    const range = { from: noon - DAY, to: world.context.clock.now + 1 };
    const shown = [
      (await portal().usage(ada, { range })).quotas,
      await world.control.usagePlans.quotas(editor, plan),
    ];
    const counts = await quotaCounts(world.context);
    return {
      shown: shown.map((quotas) =>
        quotas.map((each) => `${each.quotaOwnerId === appId} ${each.used} of ${each.limit}`),
      ),
      counted: counts.map((each) => `${each.quotaOwnerId === appId} ${each.used}`),
    };
  };
  const both = (figures: string) => ({
    shown: [[figures], [figures]],
    counted: [`true ${figures.split(' ')[1]}`],
  });

  test('a rotated key goes on with the count, during its overlap and after it', async () => {
    const fresh = await portal().rotateKey(ada, appId, first, { overlapSeconds: 60 });
    await use(fresh.id, 5);
    await use(first, 1);
    expect(await everywhere()).toEqual(both('true 13 of 96'));
    world.context.clock.now += 60_001;
    await expire(world.context);
    expect(await everywhere()).toEqual(both('true 13 of 96'));
  });

  test('a further key shares it', async () => {
    await use(await key(), 2);
    expect(await everywhere()).toEqual(both('true 9 of 96'));
  });

  test('neither a revoked key nor one that an editor deletes gives its calls back', async () => {
    await portal().revokeKey(ada, appId, first);
    await expire(world.context);
    expect((await everywhere()).counted).toEqual(['true 7']);
    const second = await key();
    await use(second, 2);
    await world.control.apiKeys.delete(editor, first);
    await world.control.apiKeys.delete(editor, second);
    await key();
    expect(await everywhere()).toEqual(both('true 9 of 96'));
  });

  test('nor does cancelling the subscription and subscribing again', async () => {
    await portal().cancelSubscription(ada, subscriptionId);
    expect((await everywhere()).counted).toEqual(['true 7']);
    await portal().subscribe(ada, appId, plan);
    expect(await everywhere()).toEqual(both('true 7 of 96'));
  });

  test('a week later the first period is over for the new key as well, and the count is at nothing', async () => {
    world.context.clock.now += 7 * DAY;
    await portal().rotateKey(ada, appId, first, { overlapSeconds: 0 });
    await expire(world.context);
    const [quota] = await world.control.usagePlans.quotas(editor, plan);
    expect(quota).toMatchObject({ quotaOwnerId: appId, used: 0, limit: 100 });
    const [count] = await quotaCounts(world.context);
    expect(count).toMatchObject({ quotaOwnerId: appId, used: 0, firstPeriodStart: Date.UTC(2026, 0, 12) });
  });

  test('another app of the developer has a quota of its own, and so has a key of the console', async () => {
    const other = (await portal().createApp(ada, { name: 'Watch' })).id;
    await portal().subscribe(ada, other, plan);
    const watch = (await portal().createKey(ada, other, { name: 'Key' })).id;
    await use(watch, 3);
    const plain = (await world.control.apiKeys.create(editor, { name: 'Plain' })).id;
    await world.control.usagePlans.addKey(editor, plan, plain);
    await use(plain, 1);
    const quotas = await world.control.usagePlans.quotas(editor, plan);
    expect(quotas.map((quota) => [quota.quotaOwnerId, quota.used])).toEqual([
      [appId, 7],
      [other, 3],
      [plain, 1],
    ]);
  });
});
