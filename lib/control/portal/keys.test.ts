import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { apiKeys, auditEntries } from '@/db/schema';
import { createTestDb, type TestDatabase } from '@/db/testing';
import type { Actor } from '@/lib/model/role';
import type { Control } from '../control';
import { testActor } from '../testing';
import { type PortalWorld, portalWorld } from './testing';

let database: TestDatabase;
let world: PortalWorld;
let portal: Control['portal'];
let ada: Actor;
let free: string;
let appId: string;
beforeAll(async () => {
  database = await createTestDb();
});
afterAll(() => database?.close());
beforeEach(async () => {
  await database.clear();
  world = portalWorld(database);
  portal = world.control.portal;
  ada = await world.developer('ada');
  const pets = await world.api('pets');
  await world.product(pets);
  free = await world.plan('Free', [pets]);
  appId = (await portal.createApp(ada, { name: 'Phone' })).id;
  await portal.subscribe(ada, appId, free);
});
const create = (name = 'Key') => portal.createKey(ada, appId, { name });
const keyIds = async () => (await portal.app(ada, appId)).keys.map((key) => key.id);

test('B18, B27: the value is shown once, is long enough, and is stored nowhere in clear', async () => {
  const { value = '', ...key } = await create();
  expect(value).toMatch(/^[A-Za-z0-9]{40}$/);
  expect(key.hint).toBe(`${value.slice(0, 4)}…${value.slice(-4)}`);
  expect(await portal.apps(ada)).toMatchObject([{ keys: [key] }]);
  expect((await portal.apps(ada))[0]?.keys[0]).not.toHaveProperty('value');
  const stored = JSON.stringify([
    await database.db.select().from(apiKeys),
    await database.db.select().from(auditEntries),
    world.context.snapshots,
  ]);
  expect(stored).not.toContain(value);
});

test('a key serves before the answer, and is gone before the answer to its revocation', async () => {
  const key = await create();
  const latest = () => world.context.snapshots.at(-1);
  expect(latest()?.apiKeys).toMatchObject([{ id: key.id, enabled: true, usagePlanIds: [free] }]);
  await portal.revokeKey(ada, appId, key.id);
  expect(latest()?.removedApiKeyIds).toEqual([key.id]);
  expect(await keyIds()).toEqual([]);
  await expect(portal.revokeKey(ada, appId, key.id)).rejects.toMatchObject({ code: 'NotFoundException' });
});

test('rotation: a new value in the same plans; the old one works until the overlap ends', async () => {
  const old = await create('Phone key');
  const fresh = await portal.rotateKey(ada, appId, old.id, { overlapSeconds: 3_600 });
  expect(fresh).toMatchObject({ name: 'Phone key', enabled: true });
  expect(fresh.value).not.toBe(old.value);
  const expiresAt = world.context.clock.now + 3_600_000;
  expect(world.context.snapshots.at(-1)?.apiKeys).toHaveLength(2);
  expect(await world.served(fresh.id)).toEqual([free]);
  const owners = world.context.snapshots.at(-1)?.apiKeys.map((key) => key.quotaOwnerId);
  expect(owners).toEqual([appId, appId]);
  expect((await portal.app(ada, appId)).keys.find((key) => key.id === old.id)).toMatchObject({ expiresAt });
  world.context.clock.now = expiresAt;
  expect(await world.served(old.id)).toBeUndefined();
  expect(await keyIds()).toEqual([fresh.id]);
});

test('rotation without overlap ends the old key at once', async () => {
  const old = await create();
  const fresh = await portal.rotateKey(ada, appId, old.id, { overlapSeconds: 0 });
  expect(world.context.snapshots.at(-1)).toMatchObject({
    apiKeys: [{ id: fresh.id }],
    removedApiKeyIds: [old.id],
  });
});

test('a rotated key is not rotated again, and may be revoked early', async () => {
  const old = await create();
  await portal.rotateKey(ada, appId, old.id, { overlapSeconds: 60 });
  await expect(portal.rotateKey(ada, appId, old.id, { overlapSeconds: 60 })).rejects.toMatchObject({
    code: 'ConflictException',
  });
  await portal.revokeKey(ada, appId, old.id);
  expect(await world.served(old.id)).toBeUndefined();
});

test('what an editor disabled is not brought back by rotation', async () => {
  const key = await create();
  await world.control.apiKeys.update(testActor('editor'), key.id, { enabled: false });
  await expect(portal.rotateKey(ada, appId, key.id, { overlapSeconds: 0 })).rejects.toMatchObject({
    code: 'ConflictException',
  });
});

test.each([
  -1,
  0.5,
  30 * 86_400 + 1,
  Number.NaN,
])('an overlap of %s seconds is refused', async (overlapSeconds) => {
  const key = await create();
  await expect(portal.rotateKey(ada, appId, key.id, { overlapSeconds })).rejects.toMatchObject({
    code: 'BadRequestException',
    fields: [{ field: 'overlapSeconds' }],
  });
});

test.each(['', '   ', 'x'.repeat(121)])('the name %j is refused', async (name) => {
  await expect(create(name)).rejects.toMatchObject({
    code: 'BadRequestException',
    fields: [{ field: 'name' }],
  });
});

test('ten keys an app; revoked ones do not count', async () => {
  const first = await create();
  for (let index = 1; index < 10; index++) await create();
  await expect(create()).rejects.toMatchObject({ code: 'LimitExceededException' });
  await portal.revokeKey(ada, appId, first.id);
  await create();
});

test('a key without a subscription is in no plan', async () => {
  const other = await portal.createApp(ada, { name: 'Other' });
  const key = await portal.createKey(ada, other.id, { name: 'Key' });
  expect(await world.served(key.id)).toEqual([]);
});

test("B21: owner, plans and value are not the caller's to choose", async () => {
  const wish = {
    name: 'Key',
    id: 'mine',
    appId: 'other',
    value: 'x'.repeat(40),
    usagePlanIds: ['p'],
    enabled: false,
  };
  const key = await portal.createKey(ada, appId, wish);
  expect(key).toMatchObject({ name: 'Key', enabled: true });
  expect([key.id, key.value]).not.toContain('mine');
  expect(key.value).not.toBe(wish.value);
  expect(await world.served(key.id)).toEqual([free]);
});

test('a deleted app takes its keys along at once', async () => {
  const key = await create();
  await portal.deleteApp(ada, appId);
  expect(world.context.snapshots.at(-1)?.removedApiKeyIds).toEqual([key.id]);
  expect(await portal.apps(ada)).toEqual([]);
});
