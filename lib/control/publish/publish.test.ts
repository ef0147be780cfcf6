import type { ApiKeyDocument, Snapshot } from '@gatehouse/gateway/snapshot';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { apiKeys, revisions } from '@/db/schema';
import { databases } from '@/db/testing';
import { createControl } from '../createControl';
import { editor, mockApi, testControl } from '../testControl';
import { createTestContext } from '../testing';
import { createPublisher } from './createPublisher';
import { readSnapshot } from './readSnapshot';
import { newestState, pruneRevisions } from './revisionState';

const idsOf = (keys: readonly { id: string }[] = []) => keys.map(({ id }) => id).sort();

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
    const complete = await readSnapshot(context.ports, null);
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
    expect((await readSnapshot(kit.ports, null)).apiKeys).toHaveLength(502);
  });
});

describe.each(databases)('many keys, on $name', ({ open }) => {
  const kit = testControl(open);

  /** Stores the keys, and does `meanwhile` between the first page and the second. */
  function paged(page: number, meanwhile: () => Promise<unknown> = async () => {}) {
    const pages: ApiKeyDocument[][] = [];
    const context = createTestContext(kit.database, {
      publish: async (snapshot) => {
        context.snapshots.push(snapshot);
      },
      storeApiKeys: async (source) => {
        for await (const keys of source) if (pages.push(keys) === 1) await meanwhile();
        return { name: 'stored', count: 0, bytes: 0, sha256: '' };
      },
    });
    return { context, pages, publisher: createPublisher(context.ports, page) };
  }
  /** What a worker serves that lays the snapshot over the stored keys. */
  function laidOver(pages: ApiKeyDocument[][], snapshot: Snapshot | undefined) {
    const keys = new Map(pages.flat().map((key) => [key.id, key]));
    for (const key of snapshot?.apiKeys ?? []) keys.set(key.id, key);
    for (const id of snapshot?.removedApiKeyIds ?? []) keys.delete(id);
    return [...keys.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }
  const served = async () =>
    (await readSnapshot(kit.ports, null)).apiKeys.sort((a, b) => (a.id < b.id ? -1 : 1));

  test('are stored by the page, with their plans; the snapshot itself holds none of them', async () => {
    const { control } = kit;
    const keys = await Promise.all(
      Array.from({ length: 7 }, (_, n) => control.apiKeys.create(editor, { name: `${n}` })),
    );
    for (const name of ['Gold', 'Silver']) {
      const plan = await control.usagePlans.create(editor, { name });
      for (const { id } of keys.slice(2, 5)) await control.usagePlans.addKey(editor, plan.id, id);
    }
    const { context, pages, publisher } = paged(3);
    await publisher.publishAll();
    expect(pages.map((page) => page.length)).toEqual([3, 3, 1]);
    expect(context.snapshots).toMatchObject([{ basis: null, apiKeys: [], removedApiKeyIds: [] }]);
    expect(laidOver(pages, context.snapshots[0])).toEqual(await served());
  });

  test('what changes while they are read is in the snapshot that is laid over them', async () => {
    const { control } = kit;
    const names = Array.from({ length: 6 }, (_, n) => `${n}`);
    const keys = await Promise.all(names.map((name) => control.apiKeys.create(editor, { name })));
    const [a, b] = keys.map(({ id }) => id).sort();
    const { context, pages, publisher } = paged(2, async () => {
      await control.apiKeys.delete(editor, a ?? '');
      await control.apiKeys.update(editor, b ?? '', { enabled: false });
      await control.apiKeys.create(editor, { name: 'new' });
    });
    await publisher.publishAll();
    const [snapshot] = context.snapshots;
    expect(snapshot?.removedApiKeyIds).toEqual([a]);
    expect(snapshot?.apiKeys.find(({ id }) => id === b)?.enabled).toBe(false);
    expect(laidOver(pages, snapshot)).toEqual(await served());
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
    const keys = await control.apiKeys.list(editor);
    expect(keys.map(({ name }) => name).sort()).toEqual(['after', 'before', 'saved']);
    expect(idsOf(last?.apiKeys)).toEqual(idsOf(keys));
  });

  test('publishing everything takes a new revision, above all before it', async () => {
    const { id } = await kit.control.apiKeys.create(editor, { name: 'k' });
    const before = kit.snapshots.at(-1)?.revision ?? 0;
    await kit.publisher.publishAll();
    expect(kit.snapshots.at(-1)).toMatchObject({
      basis: null,
      revision: before + 1,
      apiKeys: [{ id }],
    });
  });

  test.each([
    { disk: 'of this database', forward: 0, later: 0, basis: 'kept' },
    { disk: 'of another database', forward: 0, later: 1, basis: null },
    { disk: 'newer than a restored database', forward: 7, later: 0, basis: null },
  ])('a start with a disk $disk: basis $basis', async ({ forward, later, basis }) => {
    await kit.control.apiKeys.create(editor, { name: 'before' });
    const { revision, revisedAt } = await newestState(kit.database.db);
    const { id } = await kit.control.apiKeys.create(editor, { name: 'after' });
    const context = createTestContext(kit.database);
    await context.publisher.publishAll({ revision: revision + forward, revisedAt: revisedAt + later });
    const [snapshot] = context.snapshots;
    expect(snapshot).toMatchObject({ basis: basis && revision, revision: revision + 2 });
    expect(idsOf(snapshot?.apiKeys)).toEqual(basis ? [id] : idsOf(await kit.control.apiKeys.list(editor)));
  });

  test('old revisions go, without a gap, and never the newest; who stands on one that went is handed everything', async () => {
    const { db } = kit.database;
    const day = 86_400_000;
    const revisionsLeft = async () => (await db.select().from(revisions)).map(({ revision }) => revision);
    await kit.control.apiKeys.create(editor, { name: 'first' });
    const first = await newestState(db);
    kit.clock.now += day;
    await kit.control.apiKeys.create(editor, { name: 'second' });
    await pruneRevisions(db, kit.clock.now);
    expect(await revisionsLeft()).toEqual([first.revision, first.revision + 1]);
    await pruneRevisions(db, kit.clock.now + 1.5 * day);
    expect(await revisionsLeft()).toEqual([first.revision + 1]);
    await pruneRevisions(db, kit.clock.now + 9 * day);
    expect(await revisionsLeft()).toEqual([first.revision + 1]);
    const context = createTestContext(kit.database);
    await context.publisher.publishAll(first);
    expect(context.snapshots).toMatchObject([{ basis: null }]);
    expect(context.snapshots[0]?.apiKeys).toHaveLength(2);
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
    expect((await readSnapshot(kit.ports, null)).apiKeys).toMatchObject([{ expiresAt: soon.getTime() }]);
    kit.clock.now = soon.getTime();
    expect((await readSnapshot(kit.ports, null)).apiKeys).toEqual([]);
  });

  test('the account is as the settings have it', async () => {
    const { account } = await readSnapshot(kit.ports, null);
    expect(account).toEqual({
      accountId: '000000000000',
      region: 'us-east-1',
      throttle: { rateLimit: 10_000, burstLimit: 5_000 },
      egressAllowList: [],
    });
  });
});
