import type { Snapshot } from '@gatehouse/gateway/snapshot';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { apiKeys } from '@/db/schema';
import { databases } from '@/db/testing';
import { createControl } from '../createControl';
import { editor, mockApi, testControl } from '../testControl';
import { createTestContext } from '../testing';

/** A worker as the engine is: takes a delta on its basis only. */
function worker() {
  let served: Snapshot | null = null;
  const keys = new Map<string, unknown>();
  const deployments = new Set<string>();
  const apply = (snapshot: Snapshot) => {
    if (snapshot.basis !== null && snapshot.basis !== served?.revision)
      throw new Error(`stands at ${served?.revision}, not at ${snapshot.basis}`);
    if (snapshot.basis === null) keys.clear();
    for (const key of snapshot.apiKeys) keys.set(key.id, key);
    for (const id of snapshot.removedApiKeyIds) keys.delete(id);
    for (const { deploymentId } of snapshot.deployments) deployments.add(deploymentId);
    for (const stage of snapshot.stages)
      if (!deployments.has(stage.deploymentId)) throw new Error(`lacks ${stage.deploymentId}`);
    served = snapshot;
  };
  return { apply, keys, stages: () => served?.stages ?? [], revision: () => served?.revision ?? 0 };
}

describe.each(databases)('on $name', ({ open }) => {
  const kit = testControl(open);

  test('deltas, applied one after the other, come to what a complete snapshot says', async () => {
    const live = worker();
    const context = createTestContext(kit.database, { publish: async (snapshot) => live.apply(snapshot) });
    const control = createControl(context);
    const api = await mockApi({ ...kit, control });
    const first = await control.deployments.create(editor, api.id, { stageName: 'dev' });
    await control.deployments.create(editor, api.id, { stageName: 'dev' });
    await control.stages.update(editor, api.id, 'dev', { deploymentId: first.id });
    const [a, b, c] = await Promise.all(
      ['a', 'b', 'c'].map((name) => control.apiKeys.create(editor, { name })),
    );
    const plan = await control.usagePlans.create(editor, { name: 'Gold' });
    await control.usagePlans.addKey(editor, plan.id, b?.id ?? '');
    await control.apiKeys.update(editor, c?.id ?? '', { enabled: false });
    await control.apiKeys.delete(editor, a?.id ?? '');
    const complete = await context.publisher.completeSnapshot();
    expect(complete.basis).toBeNull();
    expect(live.revision()).toBe(complete.revision);
    expect(live.stages()).toEqual(complete.stages);
    expect([...live.keys.values()]).toEqual(expect.arrayContaining(complete.apiKeys));
    expect(live.keys.size).toBe(2);
    expect(complete.deployments.map(({ deploymentId }) => deploymentId)).toEqual([first.id]);
  });

  test('a hundred changes at once: revisions in order, each answered once it is served', async () => {
    const live = worker();
    const context = createTestContext(kit.database, {
      publish: async (snapshot) => {
        await new Promise(setImmediate);
        live.apply(snapshot);
        context.snapshots.push(snapshot);
      },
    });
    const control = createControl(context);
    await Promise.all(
      Array.from({ length: 100 }, async (_, n) => {
        const { id } = await control.apiKeys.create(editor, { name: `${n}` });
        expect(live.keys.has(id)).toBe(true);
      }),
    );
    const revisions = context.snapshots.map(({ revision }) => revision);
    expect(revisions).toEqual([...revisions].sort((x, y) => x - y));
    expect(live.keys.size).toBe(100);
    expect(revisions.length).toBeLessThanOrEqual(100);
  });

  test('a change names one key, however many there are', async () => {
    await kit.control.apiKeys.create(editor, { name: 'first' });
    const rows = await kit.database.db.select().from(apiKeys);
    const [row] = rows;
    if (!row) throw new Error('no key');
    await kit.database.db
      .insert(apiKeys)
      .values(Array.from({ length: 500 }, (_, n) => ({ ...row, id: `k${n}`, valueHash: `h${n}` })));
    const { id } = await kit.control.apiKeys.create(editor, { name: 'last' });
    expect(kit.snapshots.at(-1)?.apiKeys.map((key) => key.id)).toEqual([id]);
    expect((await kit.publisher.completeSnapshot()).apiKeys).toHaveLength(502);
  });
});

describe('the publisher', () => {
  const kit = testControl();

  test('changes that wait for a publication share the next one', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const context = createTestContext(kit.database, {
      publish: async (snapshot) => {
        context.snapshots.push(snapshot);
        if (context.snapshots.length === 1) await held;
      },
    });
    const control = createControl(context);
    const first = control.apiKeys.create(editor, { name: 'first' });
    const rest = Array.from({ length: 20 }, (_, n) => control.apiKeys.create(editor, { name: `${n}` }));
    await expect.poll(() => kit.database.db.$count(apiKeys)).toBe(21);
    release();
    await Promise.all([first, ...rest]);
    expect(context.snapshots.length).toBeLessThanOrEqual(3);
    expect(context.snapshots.flatMap((snapshot) => snapshot.apiKeys)).toHaveLength(21);
  });

  test('after a publication that failed the next is complete, and the change was kept', async () => {
    let fails = false;
    const context = createTestContext(kit.database, {
      publish: async (snapshot) => {
        if (fails) throw new Error('no worker answered');
        context.snapshots.push(snapshot);
      },
    });
    const control = createControl(context);
    await control.apiKeys.create(editor, { name: 'before' });
    fails = true;
    await expect(control.apiKeys.create(editor, { name: 'saved' })).rejects.toMatchObject({
      code: 'ServiceUnavailableException',
      message: 'The change is saved, but the gateway has not taken it over yet: no worker answered',
    });
    fails = false;
    await control.apiKeys.create(editor, { name: 'after' });
    const last = context.snapshots.at(-1);
    expect(last?.basis).toBeNull();
    expect(last?.apiKeys.map(({ name }) => name).sort()).toEqual(['after', 'before', 'saved']);
  });

  test('publishing everything takes a new revision, above all before it', async () => {
    await kit.control.apiKeys.create(editor, { name: 'k' });
    const before = kit.snapshots.at(-1)?.revision ?? 0;
    await kit.publisher.publishAll();
    expect(kit.snapshots.at(-1)).toMatchObject({
      basis: null,
      revision: before + 1,
      apiKeys: [{ name: 'k' }],
    });
  });

  test('what does not concern the engine is not published', async () => {
    const api = await kit.control.restApis.create(editor, { name: 'Quiet' });
    await kit.control.restApis.update(editor, api.id, { name: 'Still quiet' });
    await kit.control.restApis.delete(editor, api.id);
    expect(kit.snapshots).toEqual([]);
  });

  test('an expired key is left out, one that runs out later carries its end', async () => {
    const soon = new Date(kit.clock.now + 60_000);
    const { id } = await kit.control.apiKeys.create(editor, { name: 'rotated' });
    await kit.database.db.update(apiKeys).set({ expiresAt: soon }).where(eq(apiKeys.id, id));
    expect((await kit.publisher.completeSnapshot()).apiKeys).toMatchObject([{ expiresAt: soon.getTime() }]);
    kit.clock.now = soon.getTime();
    expect((await kit.publisher.completeSnapshot()).apiKeys).toEqual([]);
  });

  test('the account is as the settings have it', async () => {
    const { account } = await kit.publisher.completeSnapshot();
    expect(account).toEqual({
      accountId: '000000000000',
      region: 'us-east-1',
      throttle: { rateLimit: 10_000, burstLimit: 5_000 },
      egressAllowList: [],
    });
  });
});
