import { describe, expect, test } from 'vitest';
import { databases } from '@/db/testing';
import { contents, refusal, testControl } from '../testControl';
import { testActor } from '../testing';
import { bootstrapIdentity } from './bootstrapIdentity';

const admin = testActor('administrator');
const key = { accessKeyId: 'AKIAGATEHOUSESTART00', secretAccessKey: 's'.repeat(40) };

describe.each(databases)('on $name', ({ open }) => {
  const kit = testControl(open);
  const user = async () => (await kit.control.identity.users(admin))[0];

  test('a user that may do everything, with the key of the environment', async () => {
    await bootstrapIdentity(kit, key);
    expect(await user()).toMatchObject({
      userName: 'bootstrap',
      accessKeys: [{ accessKeyId: key.accessKeyId, status: 'Active' }],
      attachedPolicies: ['arn:aws:iam::aws:policy/AdministratorAccess'],
    });
    expect(kit.snapshots.at(-1)?.accessKeys).toEqual([{ ...key, userName: 'bootstrap' }]);
  });

  test('the next start with the same key writes nothing', async () => {
    await bootstrapIdentity(kit, key);
    const before = await contents(kit.database);
    await bootstrapIdentity(kit, key);
    expect(await contents(kit.database)).toEqual(before);
    expect(kit.snapshots).toHaveLength(1);
  });

  test.each<[string, typeof key]>([
    ['another secret', { ...key, secretAccessKey: 't'.repeat(40) }],
    ['another key', { accessKeyId: 'AKIAGATEHOUSESTART01', secretAccessKey: 't'.repeat(40) }],
  ])('%s takes the place of the old one', async (_rule, next) => {
    await bootstrapIdentity(kit, key);
    const { userId } = (await user()) ?? {};
    await bootstrapIdentity(kit, next);
    expect(await user()).toMatchObject({ userId, accessKeys: [{ accessKeyId: next.accessKeyId }] });
    expect(kit.snapshots.at(-1)?.accessKeys).toEqual([{ ...next, userName: 'bootstrap' }]);
  });

  test.each<[string, () => Promise<void>]>([
    [
      'deactivated',
      () => kit.control.identity.updateAccessKey(admin, 'bootstrap', key.accessKeyId, 'Inactive'),
    ],
    ['detached', () => kit.control.identity.detachPolicy(admin, 'bootstrap', 'AdministratorAccess')],
    ['deleted', () => kit.control.identity.deleteUser(admin, 'bootstrap')],
  ])('what was %s meanwhile is there again', async (_rule, change) => {
    await bootstrapIdentity(kit, key);
    await change();
    await bootstrapIdentity(kit, key);
    expect(await user()).toMatchObject({
      accessKeys: [{ accessKeyId: key.accessKeyId, status: 'Active' }],
      attachedPolicies: ['arn:aws:iam::aws:policy/AdministratorAccess'],
    });
  });

  test('the key of another user is refused', async () => {
    await kit.control.identity.createUser(admin, 'ada');
    const { accessKeyId } = await kit.control.identity.createAccessKey(admin, 'ada');
    expect(await refusal(kit, () => bootstrapIdentity(kit, { ...key, accessKeyId }))).toMatchObject({
      code: 'ConflictException',
      message: 'GATEHOUSE_ACCESS_KEY_ID is an access key of the user ada',
    });
  });
});
