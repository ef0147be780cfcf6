import { beforeEach, describe, expect, test } from 'vitest';
import { settings, userPoolClients } from '@/db/schema';
import type { Role } from '@/lib/model/role';
import { roleGroups, userPoolProvider } from '@/lib/model/userPoolSignIn';
import { refusal, testControl } from '../testControl';
import { testActor } from '../testing';

const kit = testControl();
const administrator = testActor('administrator');
const sourceIp = '203.0.113.7';
const allGroups = ['staff', ...Object.values(roleGroups)];
let poolId: string;

beforeEach(async () => {
  poolId = await makePool('Company');
  await kit.control.settings.update(administrator, { signInUserPoolId: poolId });
});

async function makePool(name: string): Promise<string> {
  const { id } = await kit.control.userPools.create(administrator, { name });
  await kit.control.userPools.putGroups(administrator, id, allGroups);
  return id;
}

async function person(username: string, groups: string[] = [], pool = poolId) {
  return kit.control.userPools.createUser(administrator, pool, {
    username,
    email: `${username}@Example.com`,
    password: 'granite-lantern-77',
    groups,
    permanent: true,
  });
}

const signIn = (poolUserId: string, userPoolId = poolId) =>
  kit.control.users.signInWithUserPool({ userPoolId, poolUserId, sourceIp });
const change = (userId: string, update: { enabled?: boolean; groups?: string[] }) =>
  kit.control.userPools.updateUser(administrator, poolId, userId, update);

describe('who may become what', () => {
  test.each<[string[], Role]>([
    [[], 'developer'],
    [['staff'], 'developer'],
    [[roleGroups.viewer], 'viewer'],
    [[roleGroups.editor, roleGroups.viewer], 'editor'],
    [['staff', roleGroups.administrator], 'administrator'],
  ])('a member of %j is %s', async (groups, role) => {
    const { id } = await person('ada', groups);
    const user = await signIn(id);
    expect(user).toMatchObject({ role, email: 'ada@example.com', provider: userPoolProvider });
    expect(await kit.control.users.bySession(user.sessionId)).toMatchObject({ id: user.id, role });
  });

  test('the same user is the same account, and a group given or taken is heard at the next sign-in', async () => {
    const ada = await person('ada');
    const first = await signIn(ada.id);
    await change(ada.id, { groups: [roleGroups.editor] });
    const second = await signIn(ada.id);
    expect([second.id, second.role]).toEqual([first.id, 'editor']);
    await change(ada.id, { groups: [] });
    expect(await signIn(ada.id)).toMatchObject({ id: first.id, role: 'developer' });
  });

  test('another pool’s member of the group is nobody here, not by the chosen pool’s name either', async () => {
    const other = await makePool('Other');
    const eve = await person('eve', [roleGroups.administrator], other);
    for (const named of [other, poolId])
      await expect(signIn(eve.id, named)).rejects.toMatchObject({ code: 'UnauthorizedException' });
    expect(await kit.control.users.list(administrator)).toEqual([]);
  });

  test('without a chosen pool nobody is let in', async () => {
    const ada = await person('ada', [roleGroups.administrator]);
    await kit.control.settings.update(administrator, { signInUserPoolId: '' });
    await expect(signIn(ada.id)).rejects.toMatchObject({ code: 'UnauthorizedException' });
    expect(await kit.control.users.signInPool()).toBeNull();
    expect(await kit.control.users.signInPoolClient()).toBeNull();
  });

  test.each<[string, () => Promise<string>]>([
    ['disabled', async () => (await change((await person('ada')).id, { enabled: false })).id],
    [
      'whose first password stands',
      async () => {
        const input = { username: 'ada', email: 'ada@example.com', password: 'granite-lantern-77' };
        return (await kit.control.userPools.createUser(administrator, poolId, input)).id;
      },
    ],
    ['unknown', async () => 'nobody'],
  ])('a pool user %s is refused', async (_state, make) => {
    const id = await make();
    await expect(signIn(id)).rejects.toMatchObject({ code: 'UnauthorizedException' });
    expect(await kit.control.users.list(administrator)).toEqual([]);
  });

  test('the groups of the chosen pool are an administrator’s alone', async () => {
    const ada = await person('ada');
    const editor = testActor('editor');
    const { userPools } = kit.control;
    const eve = { username: 'eve', email: 'eve@example.com', password: 'granite-lantern-77' };
    const tries = [
      () => userPools.updateUser(editor, poolId, ada.id, { groups: [roleGroups.administrator] }),
      () => userPools.updateUser(editor, poolId, ada.id, { password: 'granite-lantern-78' }),
      () => userPools.createUser(editor, poolId, { ...eve, groups: [roleGroups.administrator] }),
      () => userPools.putGroups(editor, poolId, []),
    ];
    for (const attempt of tries)
      expect(await refusal(kit, attempt)).toMatchObject({ code: 'AccessDeniedException' });
  });
});

describe('sessions', () => {
  test.each<[string, (userId: string) => Promise<unknown>]>([
    ['is disabled in the pool', (id) => change(id, { enabled: false })],
    ['leaves the group', (id) => change(id, { groups: ['staff'] })],
    ['is deleted from the pool', (id) => kit.control.userPools.deleteUser(administrator, poolId, id)],
    [
      'belongs to a pool no longer chosen',
      () => kit.control.settings.update(administrator, { signInUserPoolId: '' }),
    ],
  ])('end at once when the user %s', async (_event, happen) => {
    const ada = await person('ada', [roleGroups.editor]);
    const { sessionId } = await signIn(ada.id);
    await happen(ada.id);
    expect(await kit.control.users.bySession(sessionId)).toBeNull();
  });

  test('of an account disabled here do not begin', async () => {
    const ada = await person('ada', [roleGroups.editor]);
    const { id } = await signIn(ada.id);
    await kit.control.users.update(administrator, id, { disabled: true });
    await expect(signIn(ada.id)).rejects.toMatchObject({ code: 'UnauthorizedException' });
  });
});

describe('accounts', () => {
  test('the address of an account that exists opens nothing, verified or not', async () => {
    const input = { email: 'ada@example.com', name: 'Ada', password: 'a quite long sentence' };
    await kit.control.users.create(administrator, { ...input, role: 'administrator' });
    const ada = await person('ada', [roleGroups.administrator]);
    expect(ada.attributes.email_verified).toBe('true');
    await expect(signIn(ada.id)).rejects.toMatchObject({ code: 'ConflictException' });
    expect(await kit.control.users.list(administrator)).toHaveLength(1);
  });

  test('closed sign-up keeps developers out, and nobody whom a group names', async () => {
    await kit.control.settings.update(administrator, { signUpOpen: false });
    await expect(signIn((await person('ada')).id)).rejects.toMatchObject({ code: 'AccessDeniedException' });
    expect(await signIn((await person('bob', [roleGroups.viewer])).id)).toMatchObject({ role: 'viewer' });
  });

  test('cannot be reached by the way of other providers', async () => {
    const ada = await person('ada', [roleGroups.administrator]);
    await signIn(ada.id);
    const forged = { provider: userPoolProvider, providerAccountId: `${poolId}/${ada.id}` };
    const who = { email: 'x@example.com', emailVerified: true, name: 'X', sourceIp };
    await expect(kit.control.users.signInWithProvider({ ...forged, ...who })).rejects.toMatchObject({
      code: 'BadRequestException',
    });
  });

  test('have the role of their groups, which Users cannot change', async () => {
    const { id } = await signIn((await person('ada')).id);
    const promote = () => kit.control.users.update(administrator, id, { role: 'administrator' });
    expect(await refusal(kit, promote)).toMatchObject({ code: 'ConflictException', fields: ['role'] });
  });

  test('do not count as the last administrator: the pool could take them all away', async () => {
    const input = { email: 'root@example.com', name: 'Root', password: 'a quite long sentence' };
    const root = await kit.control.users.create(administrator, { ...input, role: 'administrator' });
    await signIn((await person('ada', [roleGroups.administrator])).id);
    const demote = () => kit.control.users.update(administrator, root.id, { role: 'viewer' });
    expect(await refusal(kit, demote)).toMatchObject({ code: 'ConflictException' });
  });

  test('a refusal stands in the audit log', async () => {
    const ada = await person('ada');
    await change(ada.id, { enabled: false });
    await expect(signIn(ada.id)).rejects.toThrow();
    const [entry] = await kit.control.audit.list(administrator, { limit: 1 });
    expect(entry).toMatchObject({
      operation: 'SignInFailed',
      subject: 'ada@example.com',
      detail: { sourceIp, reason: 'disabled account' },
    });
  });
});

describe('Gatehouse’s own client', () => {
  const clients = () => kit.control.userPools.clients(administrator, poolId);

  test('is made once, also for two at once, with its callback and a sealed secret', async () => {
    const { users } = kit.control;
    const [one, two] = await Promise.all([users.signInPoolClient(), users.signInPoolClient()]);
    expect(one).toEqual(two);
    expect(one).toMatchObject({ userPoolId: poolId, name: 'Company' });
    expect(one?.issuer).toBe(`http://localhost:3000/userpools/${poolId}`);
    const [client, ...others] = await clients();
    expect(others).toEqual([]);
    expect(client).toMatchObject({
      clientId: one?.clientId,
      callbackUrls: ['http://localhost:3000/api/auth/callback/userpool'],
      allowedOAuthFlows: ['code'],
      explicitAuthFlows: [],
    });
    const rows = [
      await kit.ports.db.select().from(settings),
      await kit.ports.db.select().from(userPoolClients),
    ];
    expect(one?.clientSecret).toMatch(/.{30,}/);
    expect(JSON.stringify(rows)).not.toContain(one?.clientSecret);
  });

  test('is made again when it was deleted, and mended when its address is another', async () => {
    const first = await kit.control.users.signInPoolClient();
    await kit.control.userPools.deleteClient(administrator, poolId, first?.clientId ?? '');
    const second = await kit.control.users.signInPoolClient();
    expect(second?.clientId).not.toBe(first?.clientId);
    const [stored] = await clients();
    const away = { ...stored, clientName: 'Mine', callbackUrls: ['https://elsewhere.example/'] };
    await kit.control.userPools.updateClient(administrator, poolId, second?.clientId ?? '', away);
    expect(await kit.control.users.signInPoolClient()).toEqual(second);
    expect((await clients())[0]?.callbackUrls).toEqual(['http://localhost:3000/api/auth/callback/userpool']);
  });

  test('is prepared before the choice', async () => {
    const other = await makePool('Other');
    await kit.control.users.prepareSignInPool(administrator, other);
    expect(await kit.control.userPools.clients(administrator, other)).toHaveLength(1);
    await expect(kit.control.users.prepareSignInPool(administrator, 'none')).rejects.toMatchObject({
      code: 'NotFoundException',
    });
  });
});
