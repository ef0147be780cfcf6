import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDb, type TestDatabase } from '@/db/testing';
import type { Actor } from '@/lib/model/role';
import type { Control } from '../control';
import { testActor } from '../testing';
import { type PortalWorld, portalWorld } from './testing';

/**
 * B17: every portal operation with the ids of another developer. An operation that is not listed here fails the
 * last test until it is.
 */
let database: TestDatabase;
let world: PortalWorld;
let portal: Control['portal'];
let ada: Actor;
let eve: Actor;
/** Ada's */
const her = { appId: '', apiKeyId: '', subscriptionId: '', planId: '' };
let evesAppId = '';

beforeAll(async () => {
  database = await createTestDb();
  world = portalWorld(database);
  portal = world.control.portal;
  ada = await world.developer('ada');
  eve = await world.developer('eve');
  const pets = await world.api('pets');
  await world.product(pets);
  her.planId = await world.plan('Free', [pets]);
  her.appId = (await portal.createApp(ada, { name: 'Phone' })).id;
  her.subscriptionId = (await portal.subscribe(ada, her.appId, her.planId)).id;
  her.apiKeyId = (await portal.createKey(ada, her.appId, { name: 'Key' })).id;
  evesAppId = (await portal.createApp(eve, { name: 'Mine' })).id;
});
afterAll(() => database?.close());

const range = { from: Date.UTC(2026, 0, 15, 11), to: Date.UTC(2026, 0, 15, 12) };
const call = { method: 'GET', pathAndQuery: '/pets', headers: [] };
const attacks: Record<string, (actor: Actor) => Promise<unknown>> = {
  'app appId': (actor) => portal.app(actor, her.appId),
  'updateApp appId': (actor) => portal.updateApp(actor, her.appId, { name: 'Stolen' }),
  'deleteApp appId': (actor) => portal.deleteApp(actor, her.appId),
  'subscribe appId': (actor) => portal.subscribe(actor, her.appId, her.planId),
  'cancelSubscription subscriptionId': (actor) => portal.cancelSubscription(actor, her.subscriptionId),
  'createKey appId': (actor) => portal.createKey(actor, her.appId, { name: 'Key' }),
  'rotateKey both': (actor) => portal.rotateKey(actor, her.appId, her.apiKeyId, { overlapSeconds: 0 }),
  'rotateKey apiKeyId': (actor) => portal.rotateKey(actor, evesAppId, her.apiKeyId, { overlapSeconds: 0 }),
  'revokeKey both': (actor) => portal.revokeKey(actor, her.appId, her.apiKeyId),
  'revokeKey apiKeyId': (actor) => portal.revokeKey(actor, evesAppId, her.apiKeyId),
  'tryIt apiKeyId': (actor) => portal.tryIt(actor, 'pets', { ...call, apiKeyId: her.apiKeyId }),
  'usage appId': (actor) => portal.usage(actor, { range, appId: her.appId }),
  'usage apiKeyId': (actor) => portal.usage(actor, { range, apiKeyId: her.apiKeyId }),
};

test.each(Object.entries(attacks))('%s of another developer is not found', async (_, attack) => {
  await expect(attack(eve)).rejects.toMatchObject({ code: 'NotFoundException' });
});

test.each(Object.entries(attacks))('%s: no role of the console makes a difference', async (_, attack) => {
  for (const role of ['administrator', 'editor', 'viewer'] as const)
    await expect(attack(testActor(role))).rejects.toMatchObject({ code: 'NotFoundException' });
});

test.each(Object.entries(attacks))('%s: nobody and the system own nothing', async (_, attack) => {
  for (const actor of [{ kind: 'visitor' }, { kind: 'system', reason: 'test' }] as const)
    await expect(attack(actor)).rejects.toMatchObject({ code: 'UnauthorizedException' });
});

/** What takes no id of a developer's things, by what it asks instead. */
const open = ['catalogue', 'page', 'sdks', 'sdk'];
const own = ['apps', 'createApp'];
const consoleOnly: Record<string, (actor: Actor) => Promise<unknown>> = {
  products: (actor) => portal.products(actor),
  putProduct: (actor) =>
    portal.putProduct(actor, null, { slug: 'x', restApiId: 'x', stageName: 'x', displayName: 'x' }),
  deleteProduct: (actor) => portal.deleteProduct(actor, 'x'),
  subscriptions: (actor) => portal.subscriptions(actor),
  decideSubscription: (actor) => portal.decideSubscription(actor, her.subscriptionId, 'ACTIVE'),
};

test.each(Object.entries(consoleOnly))('%s is not for developers', async (_, work) => {
  await expect(work(ada)).rejects.toMatchObject({ code: 'AccessDeniedException' });
  await expect(work({ kind: 'visitor' })).rejects.toMatchObject({ code: 'UnauthorizedException' });
});

test("lists hold what is the caller's own", async () => {
  expect((await portal.apps(eve)).map((app) => app.id)).toEqual([evesAppId]);
  expect((await portal.apps(ada)).map((app) => app.id)).toEqual([her.appId]);
  await expect(portal.apps({ kind: 'visitor' })).rejects.toMatchObject({ code: 'UnauthorizedException' });
  await expect(portal.createApp({ kind: 'visitor' }, { name: 'x' })).rejects.toMatchObject({
    code: 'UnauthorizedException',
  });
});

test('after all of it hers is untouched', async () => {
  expect(await portal.app(ada, her.appId)).toMatchObject({
    name: 'Phone',
    subscriptions: [{ id: her.subscriptionId, state: 'ACTIVE' }],
    keys: [{ id: her.apiKeyId, enabled: true }],
  });
  expect(await world.served(her.apiKeyId)).toEqual([her.planId]);
});

test('every operation of the portal is tried above', () => {
  const tried = Object.keys(attacks).map((name) => name.split(' ')[0] ?? '');
  const listed = new Set([...tried, ...open, ...own, ...Object.keys(consoleOnly)]);
  expect(Object.keys(portal).filter((name) => !listed.has(name))).toEqual([]);
});
