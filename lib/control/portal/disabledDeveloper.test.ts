import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { databases, type TestDatabase } from '@/db/testing';
import type { Actor } from '@/lib/model/role';
import { readSnapshot } from '../publish/readSnapshot';
import { testActor } from '../testing';
import { type PortalWorld, portalWorld } from './testing';

const administrator = testActor('administrator');
const editor = testActor('editor');

describe.each(databases)('$name', ({ open }) => {
  let database: TestDatabase;
  let world: PortalWorld;
  let ada: Actor;
  /** two apps of ada's, with one key each */
  let keyIds: string[];
  let bobsKeyId: string;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database?.close());
  beforeEach(async () => {
    await database.clear();
    world = portalWorld(database);
    ada = await world.developer('ada');
    keyIds = [await appWithKey(ada, 'Phone'), await appWithKey(ada, 'Watch')].sort();
    bobsKeyId = await appWithKey(await world.developer('bob'), 'Desk');
  });
  const appWithKey = async (developer: Actor, name: string) => {
    const app = await world.control.portal.createApp(developer, { name });
    return (await world.control.portal.createKey(developer, app.id, { name: 'Key' })).id;
  };
  const disable = (disabled: boolean) => world.control.users.update(administrator, 'ada', { disabled });
  /** id -> does it open anything, as the workers were told last */
  const told = () =>
    Object.fromEntries((world.context.snapshots.at(-1)?.apiKeys ?? []).map((key) => [key.id, key.enabled]));
  const all = (enabled: boolean) => Object.fromEntries(keyIds.map((id) => [id, enabled]));

  test("a disabled developer's keys open nothing before the answer; enabling brings them back", async () => {
    await disable(true);
    expect(told()).toEqual(all(false));
    await disable(false);
    expect(told()).toEqual(all(true));
  });

  test('a complete snapshot says the same, and other developers are left alone', async () => {
    await disable(true);
    await world.context.publisher.publishAll();
    expect(told()).toEqual({ ...all(false), [bobsKeyId]: true });
  });

  test('what an editor disabled stays so when the developer comes back', async () => {
    const [first = '', second = ''] = keyIds;
    await world.control.apiKeys.update(editor, first, { enabled: false });
    await disable(true);
    await disable(false);
    expect(told()).toEqual({ [first]: false, [second]: true });
  });

  test('an editor who enables the key does not bring it back while the developer is disabled', async () => {
    const [first = ''] = keyIds;
    await disable(true);
    const key = await world.control.apiKeys.update(editor, first, { enabled: true });
    expect(key).toMatchObject({ enabled: true, ownerDisabled: true });
    expect(told()).toEqual({ [first]: false });
    await disable(false);
    expect(await world.control.apiKeys.get(editor, first)).not.toHaveProperty('ownerDisabled');
  });

  test('a change of the name or of nothing publishes nothing', async () => {
    const before = world.context.snapshots.length;
    await world.control.users.update(administrator, 'ada', { name: 'Ada', disabled: false });
    expect(world.context.snapshots).toHaveLength(before);
  });

  test('a deleted developer takes the keys along, also those made at the same moment', async () => {
    const [app] = await world.control.portal.apps(ada);
    const made = world.control.portal
      .createKey(ada, app?.id ?? '', { name: 'Late' })
      .then((key) => key.id)
      .catch(() => null);
    await world.control.users.delete(administrator, 'ada');
    const late = await made;
    const gone = new Set(world.context.snapshots.flatMap((snapshot) => snapshot.removedApiKeyIds));
    for (const id of [...keyIds, ...(late === null ? [] : [late])]) expect(gone).toContain(id);
    expect((await readSnapshot(world.context.ports, null)).apiKeys.map((key) => key.id)).toEqual([bobsKeyId]);
  });
});
