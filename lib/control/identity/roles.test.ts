import { beforeEach, describe, expect, test } from 'vitest';
import { databases } from '@/db/testing';
import { testControl } from '../testControl';
import { testActor } from '../testing';
import { credentialsOf } from './credentials';

const admin = testActor('administrator');
const text = (Effect: string, part: object) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect, Action: '*', ...part }] });
const policy = text('Allow', { Resource: '*' });
const trust = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { AWS: '*' }, Action: 'sts:AssumeRole' }],
});

describe.each(databases)('on $name', ({ open }) => {
  const kit = testControl(open);
  const identity = () => kit.control.identity;
  const published = () => kit.snapshots.at(-1)?.iamRoles;
  const revision = () => kit.snapshots.at(-1)?.revision ?? 0;
  const make = () =>
    identity().createRole(admin, { roleName: 'caller', path: '/service/', assumeRolePolicyDocument: trust });

  test('a role reaches the engine with its trust and all its policies, and goes', async () => {
    const { roleId } = await make();
    const role = {
      roleName: 'caller',
      roleId,
      arn: 'arn:aws:iam::000000000000:role/service/caller',
      assumeRolePolicyDocument: trust,
      policies: [],
    };
    expect(published()).toEqual([role]);
    await identity().putRolePolicy(admin, 'caller', 'own', policy);
    await identity().createPolicy(admin, 'shared', { document: policy });
    await identity().attachRolePolicy(admin, 'caller', 'shared');
    expect(published()).toEqual([{ ...role, policies: [policy, policy] }]);
    const other = text('Deny', { Resource: '*' });
    await identity().putPolicy(admin, 'shared', { document: other });
    expect(published()).toEqual([{ ...role, policies: [policy, other] }]);
    await identity().detachRolePolicy(admin, 'caller', 'shared');
    await identity().deleteRolePolicy(admin, 'caller', 'own');
    const nobody = text('Deny', { Action: 'sts:AssumeRole', Principal: '*' });
    await identity().updateRole(admin, 'caller', { assumeRolePolicyDocument: nobody });
    expect(published()).toEqual([{ ...role, assumeRolePolicyDocument: nobody }]);
    await identity().deleteRole(admin, 'caller');
    expect(published()).toBeUndefined();
  });

  test('a policy that nobody has concerns no engine', async () => {
    await make();
    const before = revision();
    await identity().createPolicy(admin, 'shared', { document: policy });
    await identity().putPolicy(admin, 'shared', { document: policy });
    expect(revision()).toBe(before);
  });

  describe('sessions', () => {
    const find = ({ accessKeyId, sessionToken }: { accessKeyId: string; sessionToken: string }) =>
      credentialsOf(kit).find(accessKeyId, sessionToken);
    const ofRole = () =>
      identity().issueCredentials(admin, { roleName: 'caller', roleSessionName: 'shell' }, 900);
    beforeEach(() => make());

    test('a token says all of its session, and is in no row', async () => {
      const { roleId } = await identity().role(admin, 'caller');
      const { expiration, ...keys } = await ofRole();
      expect(kit.ports.secrets.sessionTokens.open(keys.sessionToken)).toEqual({
        accessKeyId: keys.accessKeyId,
        secretAccessKey: keys.secretAccessKey,
        issuedAt: kit.clock.now,
        expiration: kit.clock.now + 900_000,
        subject: { roleId, roleSessionName: 'shell' },
      });
      expect(await find({ ...keys })).toMatchObject({
        arn: 'arn:aws:sts::000000000000:assumed-role/caller/shell',
        roleArn: 'arn:aws:iam::000000000000:role/service/caller',
        userId: `${roleId}:shell`,
        tokenIssuedAt: kit.clock.now,
      });
    });

    test('ends by itself, and is told so', async () => {
      const keys = await ofRole();
      kit.clock.now += 899_999;
      expect(await find(keys)).toBeDefined();
      kit.clock.now += 1;
      await expect(find(keys)).rejects.toMatchObject({ responseType: 'EXPIRED_TOKEN' });
    });

    test('a role or user of the same name is another one', async () => {
      await identity().createUser(admin, 'ada');
      const all = [await ofRole(), await identity().issueCredentials(admin, { userName: 'ada' }, 900)];
      for (const keys of all) expect(await find(keys)).toBeDefined();
      await identity().deleteRole(admin, 'caller');
      await identity().deleteUser(admin, 'ada');
      for (const keys of all) expect(await find(keys)).toBeUndefined();
      await make();
      await identity().createUser(admin, 'ada');
      for (const keys of all) expect(await find(keys)).toBeUndefined();
    });

    test('a user without a key is with the engine all the same', async () => {
      await identity().createUser(admin, 'ada');
      const { accessKeyId } = await identity().createAccessKey(admin, 'ada');
      await identity().deleteAccessKey(admin, 'ada', accessKeyId);
      const { iamUsers, accessKeys } = kit.snapshots.at(-1) ?? {};
      expect([iamUsers?.map(({ userName }) => userName), accessKeys]).toEqual([['ada'], undefined]);
    });
  });
});
