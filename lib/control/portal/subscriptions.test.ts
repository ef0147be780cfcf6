import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { databases, type TestDatabase } from '@/db/testing';
import type { Actor } from '@/lib/model/role';
import type { Control } from '../control';
import { testActor } from '../testing';
import { type PortalWorld, portalWorld } from './testing';

const editor = testActor('editor');

describe.each(databases)('$name', ({ open }) => {
  let database: TestDatabase;
  let world: PortalWorld;
  let portal: Control['portal'];
  let ada: Actor;
  let pets: string;
  let appId: string;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database?.close());
  beforeEach(async () => {
    await database.clear();
    world = portalWorld(database);
    portal = world.control.portal;
    ada = await world.developer('ada');
    pets = await world.api('pets');
    await world.product(pets);
    appId = (await portal.createApp(ada, { name: 'Phone' })).id;
  });

  test('a subscription admits the keys that are there and those that come', async () => {
    const early = await portal.createKey(ada, appId, { name: 'Early' });
    const free = await world.plan('Free', [pets]);
    expect(await portal.subscribe(ada, appId, free)).toMatchObject({
      appName: 'Phone',
      usagePlanName: 'Free',
      state: 'ACTIVE',
    });
    const late = await portal.createKey(ada, appId, { name: 'Late' });
    expect(await world.served(early.id)).toEqual([free]);
    expect(await world.served(late.id)).toEqual([free]);
  });

  test('approval: nothing until an editor decides, once', async () => {
    const gold = await world.plan('Gold', [pets], { approvalRequired: true });
    const key = await portal.createKey(ada, appId, { name: 'Key' });
    const { id, state } = await portal.subscribe(ada, appId, gold);
    expect(state).toBe('PENDING');
    expect(await world.served(key.id)).toEqual([]);
    expect(await portal.subscriptions(testActor('viewer'), { state: 'PENDING' })).toMatchObject([
      { id, developerEmail: 'ada@example.com', appName: 'Phone' },
    ]);
    expect(await portal.decideSubscription(editor, id, 'ACTIVE')).toMatchObject({ state: 'ACTIVE' });
    expect(await world.served(key.id)).toEqual([gold]);
    await expect(portal.decideSubscription(editor, id, 'REJECTED')).rejects.toMatchObject({
      code: 'ConflictException',
    });
  });

  test('a rejected request admits nothing and may be made again', async () => {
    const gold = await world.plan('Gold', [pets], { approvalRequired: true });
    const key = await portal.createKey(ada, appId, { name: 'Key' });
    const { id } = await portal.subscribe(ada, appId, gold);
    await portal.decideSubscription(editor, id, 'REJECTED');
    expect(await world.served(key.id)).toEqual([]);
    expect(await portal.subscribe(ada, appId, gold)).toMatchObject({ state: 'PENDING' });
    const states = (await portal.subscriptions(editor)).map((each) => each.state).sort();
    expect(states).toEqual(['PENDING', 'REJECTED']);
  });

  test('cancelling takes the keys out, those in their overlap too', async () => {
    const free = await world.plan('Free', [pets]);
    const { id } = await portal.subscribe(ada, appId, free);
    const old = await portal.createKey(ada, appId, { name: 'Key' });
    const fresh = await portal.rotateKey(ada, appId, old.id, { overlapSeconds: 3_600 });
    await portal.cancelSubscription(ada, id);
    expect(await world.served(old.id)).toEqual([]);
    expect(await world.served(fresh.id)).toEqual([]);
    await expect(portal.cancelSubscription(ada, id)).rejects.toMatchObject({ code: 'ConflictException' });
    const [subscription] = (await portal.app(ada, appId)).subscriptions;
    expect(subscription).toMatchObject({ id, state: 'CANCELLED' });
    expect(subscription).not.toHaveProperty('developerEmail');
  });

  test('one plan for each stage: the refusal says how to switch, and that works', async () => {
    const free = await world.plan('Free', [pets]);
    const gold = await world.plan('Gold', [pets]);
    const { id } = await portal.subscribe(ada, appId, free);
    const key = await portal.createKey(ada, appId, { name: 'Key' });
    await expect(portal.subscribe(ada, appId, gold)).rejects.toMatchObject({
      code: 'ConflictException',
      message:
        'This app is subscribed to Free, which covers the same API. To switch, cancel that subscription and subscribe to Gold then.',
    });
    await portal.cancelSubscription(ada, id);
    await portal.subscribe(ada, appId, gold);
    expect(await world.served(key.id)).toEqual([gold]);
  });

  test('plans of other stages go together', async () => {
    const birds = await world.api('birds');
    await world.product(birds, { slug: 'birds' });
    const plans = [await world.plan('Pets', [pets]), await world.plan('Birds', [birds])];
    for (const plan of plans) await portal.subscribe(ada, appId, plan);
    const key = await portal.createKey(ada, appId, { name: 'Key' });
    expect(await world.served(key.id)).toEqual([...plans].sort());
  });

  test('twice is refused, also at the same time', async () => {
    const free = await world.plan('Free', [pets]);
    const gold = await world.plan('Gold', [pets]);
    const results = await Promise.allSettled(
      [free, free, gold].map((plan) => portal.subscribe(ada, appId, plan)),
    );
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
  });

  test('a plan that became to overlap is found at approval; nothing is half done', async () => {
    const birds = await world.api('birds');
    await world.product(birds, { slug: 'birds' });
    const free = await world.plan('Free', [pets]);
    const gold = await world.plan('Gold', [birds], { approvalRequired: true });
    await portal.subscribe(ada, appId, free);
    const key = await portal.createKey(ada, appId, { name: 'Key' });
    const { id } = await portal.subscribe(ada, appId, gold);
    const apiStages = [{ apiId: pets, stage: 'prod' }];
    await world.control.usagePlans.update(editor, gold, { name: 'Gold', apiStages, offeredInPortal: true });
    await expect(portal.decideSubscription(editor, id, 'ACTIVE')).rejects.toMatchObject({
      code: 'ConflictException',
    });
    expect(await portal.subscriptions(editor, { state: 'PENDING' })).toHaveLength(1);
    expect(await world.served(key.id)).toEqual([free]);
  });

  test('plans that no published page shows do not exist for developers', async () => {
    const birds = await world.api('birds');
    const product = await world.product(birds, { slug: 'birds', published: false });
    const hidden = [
      await world.plan('Internal', [pets], { offeredInPortal: false }),
      await world.plan('Unpublished', [birds]),
      await world.plan('Empty', []),
      'nothing',
    ];
    for (const plan of hidden)
      await expect(portal.subscribe(ada, appId, plan)).rejects.toMatchObject({ code: 'NotFoundException' });
    await portal.putProduct(editor, product, {
      slug: 'birds',
      restApiId: birds,
      stageName: 'prod',
      displayName: 'Birds',
      published: true,
    });
    await portal.subscribe(ada, appId, hidden[1] ?? '');
  });
});
