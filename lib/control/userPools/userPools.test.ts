import { decodeJwt, decodeProtectedHeader } from 'jose';
import { describe, expect, test } from 'vitest';
import { authorizers } from '@/db/schema';
import { databases } from '@/db/testing';
import { portalOf } from '../portals/testing';
import { contents, editor, mockApi, refusal, testControl } from '../testControl';
import { testActor } from '../testing';
import { expire } from '../usage/expire';
import { expireUserPools } from './expireUserPools';
import { testUserPools } from './testing';

const administrator = testActor('administrator');
const password = 'correct horse battery';

describe.each(databases)('on $name', ({ open }) => {
  const kit = testControl(open);
  const pools = testUserPools(kit);
  const published = () => kit.snapshots.at(-1)?.userPools ?? [];
  const kids = () => published()[0]?.jwks.keys.map(({ kid }) => kid) ?? [];
  const create = (name = 'Shop') => pools().create(editor, { name });
  const signIn = (clientId: string, username = 'ada') =>
    pools().identityProvider({
      operation: 'InitiateAuth',
      sourceIp: '192.0.2.1',
      input: {
        ClientId: clientId,
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: username, PASSWORD: password },
      },
    }) as Promise<{ AuthenticationResult: { IdToken: string; AccessToken: string; RefreshToken: string } }>;
  async function withAda() {
    const pool = await create();
    const client = await pools().createClient(editor, pool.id, { clientName: 'Web' });
    const ada = await pools().createUser(editor, pool.id, {
      username: 'Ada',
      email: 'ada@example.com',
      password,
      permanent: true,
    });
    return { pool, client, ada };
  }

  test('a pool has AWS’s id and ARN, its issuer, and reaches the engine with public keys alone', async () => {
    const pool = await create();
    expect(pool.id).toMatch(/^us-east-1_[A-Za-z0-9]{9}$/);
    expect(pool).toMatchObject({
      name: 'Shop',
      arn: `arn:aws:cognito-idp:us-east-1:000000000000:userpool/${pool.id}`,
      issuer: `http://localhost:3000/userpools/${pool.id}`,
      selfSignUp: true,
      accessTokenValidity: 60,
      userCount: 0,
    });
    const [document] = published();
    expect(document).toMatchObject({ arn: pool.arn, issuer: pool.issuer, clientIds: [] });
    expect(document?.jwks.keys).toEqual([
      { kty: 'RSA', n: expect.any(String), e: 'AQAB', kid: expect.any(String), alg: 'RS256', use: 'sig' },
    ]);
    expect(Buffer.from(String(document?.jwks.keys[0]?.n), 'base64url')).toHaveLength(256);
    expect(JSON.stringify(await contents(kit.database))).not.toContain('"qi"');
  });

  test('pools are listed newest first with their people counted, changed and deleted', async () => {
    const first = await create();
    kit.clock.now += 1_000;
    const second = await create('Office');
    await pools().createUser(editor, first.id, { username: 'ada', email: 'ada@example.com', password });
    expect((await pools().list(editor)).map(({ name, userCount }) => [name, userCount])).toEqual([
      ['Office', 0],
      ['Shop', 1],
    ]);
    expect(await pools().update(editor, first.id, { name: 'Store', selfSignUp: false })).toMatchObject({
      name: 'Store',
      selfSignUp: false,
    });
    await pools().delete(editor, second.id);
    expect((await pools().list(editor)).map(({ name }) => name)).toEqual(['Store']);
    expect(published().map(({ arn }) => arn)).toEqual([first.arn]);
  });

  test('a pool that an authorizer or a stage names stays', async () => {
    const { pool } = await withAda();
    const api = await mockApi(kit);
    const settings = {
      name: 'shop',
      type: 'COGNITO_USER_POOLS' as const,
      identitySource: 'method.request.header.Authorization',
      authorizerResultTtlInSeconds: 300,
      providerARNs: [pool.arn],
    };
    await kit.database.db.insert(authorizers).values({ id: 'auth01', restApiId: api.id, settings });
    await kit.control.deployments.create(editor, api.id, { stageName: 'prod' });
    const message = (uses: string) => `User pool ${pool.id} is in use by ${uses}.`;
    expect((await refusal(kit, () => pools().delete(editor, pool.id))).message).toBe(
      message(`authorizer shop of API ${api.id}, stage prod of API ${api.id}`),
    );
    await kit.database.db.delete(authorizers);
    expect((await refusal(kit, () => pools().delete(editor, pool.id))).message).toBe(
      message(`stage prod of API ${api.id}`),
    );
    await kit.control.restApis.delete(editor, api.id);
    await pools().delete(editor, pool.id);
    expect(await pools().list(editor)).toEqual([]);
  });

  test('a pool and an app client that a portal’s readers sign in with stay', async () => {
    const { pool, client } = await withAda();
    const cognitoConfig = {
      appClientId: client.clientId,
      userPoolArn: pool.arn,
      userPoolDomain: pool.issuer,
    };
    const members = { authorization: { cognitoConfig } };
    const { portalId } = await kit.control.portals.create(editor, portalOf([], members));
    const uses = `is in use by portal Developers (${portalId}).`;
    expect(await refusal(kit, () => pools().delete(editor, pool.id))).toMatchObject({
      code: 'BadRequestException',
      message: `User pool ${pool.id} ${uses}`,
    });
    expect(await refusal(kit, () => pools().deleteClient(editor, pool.id, client.clientId))).toMatchObject({
      code: 'BadRequestException',
      message: `User pool client ${client.clientId} ${uses}`,
    });
    const other = await pools().createClient(editor, pool.id, { clientName: 'other' });
    await pools().deleteClient(editor, pool.id, other.clientId);
    await kit.control.portals.update(editor, portalId, { authorization: { none: {} } });
    await pools().deleteClient(editor, pool.id, client.clientId);
    await pools().delete(editor, pool.id);
  });

  describe('rotation', () => {
    test('workers know the new key before it signs; the old one goes when its last token has ended', async () => {
      const { client } = await withAda();
      const [old] = kids();
      const before = await signIn(client.clientId);
      const from = kit.snapshots.length;
      await pools().rotateKeys(editor, (await pools().list(editor))[0]?.id ?? '');
      expect(kit.snapshots.length).toBe(from + 2);
      const announced = kit.snapshots[from]?.userPools?.[0]?.jwks.keys.map(({ kid }) => kid);
      expect(announced).toEqual([old, expect.any(String)]);
      const after = await signIn(client.clientId);
      expect(decodeProtectedHeader(before.AuthenticationResult.IdToken).kid).toBe(old);
      expect(decodeProtectedHeader(after.AuthenticationResult.IdToken).kid).toBe(announced?.[1]);
      expect(kids()).toEqual([announced?.[1], old]);
      kit.clock.now += 59 * 60_000;
      await expireUserPools(kit);
      expect(kids()).toHaveLength(2);
      kit.clock.now += 60_000;
      await expireUserPools(kit);
      expect(kids()).toEqual([announced?.[1]]);
    });

    test('a key outlives the longest token that it ever signed, though new ones are short', async () => {
      const { pool } = await withAda();
      await pools().update(editor, pool.id, { name: 'Shop', idTokenValidity: 600 });
      await pools().update(editor, pool.id, { name: 'Shop', idTokenValidity: 5, accessTokenValidity: 5 });
      await pools().rotateKeys(editor, pool.id);
      kit.clock.now += 599 * 60_000;
      await expireUserPools(kit);
      expect(kids()).toHaveLength(2);
      kit.clock.now += 60_000;
      await expireUserPools(kit);
      expect(kids()).toHaveLength(1);
    });
  });

  describe('clients', () => {
    test('a secret is shown once and stored sealed', async () => {
      const { pool } = await withAda();
      const made = await pools().createClient(editor, pool.id, {
        clientName: 'Server',
        generateSecret: true,
      });
      expect(made.clientId).toMatch(/^[a-z0-9]{26}$/);
      expect(made.clientSecret).toMatch(/^[\w-]{52}$/);
      expect(
        JSON.stringify([await pools().clients(editor, pool.id), await contents(kit.database)]),
      ).not.toContain(made.clientSecret);
      expect(published()[0]?.clientIds).toContain(made.clientId);
      const updated = await pools().updateClient(editor, pool.id, made.clientId, {
        clientName: 'Backend',
        generateSecret: false,
      });
      expect(updated).toMatchObject({ clientName: 'Backend', generateSecret: true });
      await pools().deleteClient(editor, pool.id, made.clientId);
      expect(published()[0]?.clientIds).not.toContain(made.clientId);
    });

    test.each([
      ['http elsewhere', { callbackUrls: ['http://shop.example/cb'] }, 'callbackUrls'],
      ['a fragment', { callbackUrls: ['https://shop.example/cb#x'] }, 'callbackUrls'],
      ['a script', { logoutUrls: ['javascript:alert(1)'] }, 'logoutUrls'],
      [
        'client_credentials without a secret',
        { allowedOAuthFlows: ['client_credentials' as const] },
        'generateSecret',
      ],
      ['a scope of nobody’s', { allowedOAuthScopes: ['pets/read'] }, 'allowedOAuthScopes'],
      ['no name', { clientName: ' ' }, 'clientName'],
    ])('%s is refused', async (_rule, part, field) => {
      const pool = await create();
      const refused = await refusal(kit, () =>
        pools().createClient(editor, pool.id, { clientName: 'Web', ...part }),
      );
      expect(refused).toMatchObject({ code: 'BadRequestException', fields: [field] });
    });

    test('another pool’s client is not found', async () => {
      const { client } = await withAda();
      const other = await create('Other');
      expect(await refusal(kit, () => pools().deleteClient(editor, other.id, client.clientId))).toMatchObject(
        { code: 'NotFoundException' },
      );
    });
  });

  describe('people', () => {
    test('are made with a first password, which is to be changed, and are never shown one', async () => {
      const pool = await create();
      await pools().putGroups(editor, pool.id, ['staff']);
      const made = await pools().createUser(editor, pool.id, {
        username: 'Ada',
        email: 'Ada@Example.com',
        password,
        groups: ['staff'],
      });
      expect(made).toMatchObject({
        username: 'ada',
        email: 'ada@example.com',
        status: 'FORCE_CHANGE_PASSWORD',
        enabled: true,
        groups: ['staff'],
        attributes: { email_verified: 'true' },
      });
      expect(await pools().users(editor, pool.id)).toEqual([made]);
      expect(JSON.stringify(await contents(kit.database))).not.toContain(password);
    });

    test.each<[rule: string, part: Record<string, unknown>, field: string]>([
      ['a short password', { password: 'short' }, 'password'],
      ['a password longer than anything is hashed', { password: 'x'.repeat(257) }, 'password'],
      ['a name with a space', { username: 'a da' }, 'username'],
      ['no address', { email: 'ada' }, 'email'],
      ['a group that is not there', { groups: ['root'] }, 'groups'],
    ])('%s is refused', async (_rule, part, field) => {
      const pool = await create();
      const input = { username: 'ada', email: 'ada@example.com', password, ...part };
      expect(await refusal(kit, () => pools().createUser(editor, pool.id, input))).toMatchObject({
        code: 'BadRequestException',
        fields: [field],
      });
    });

    test('one name, however it is written, is one person; in another pool it is another', async () => {
      const { pool } = await withAda();
      const again = { username: 'ADA', email: 'other@example.com', password };
      expect(await refusal(kit, () => pools().createUser(editor, pool.id, again))).toMatchObject({
        code: 'ConflictException',
        fields: ['username'],
      });
      const other = await create('Other');
      expect(await pools().createUser(editor, other.id, again)).toMatchObject({ username: 'ada' });
    });

    test.each([
      'sub',
      'iss',
      'token_use',
      'cognito:groups',
      'email',
      'aud',
      'custom:',
      'constructor',
    ])('B21: %s is no attribute: a token says it of itself', async (name) => {
      const { pool, ada } = await withAda();
      const update = () => pools().updateUser(editor, pool.id, ada.id, { attributes: { [name]: 'x' } });
      expect(await refusal(kit, update)).toMatchObject({ code: 'BadRequestException' });
    });

    test('who is disabled, deleted or given another password has no session, grant or refresh token left', async () => {
      const { pool, client, ada } = await withAda();
      const left = async () => (await contents(kit.database)).oidc_records?.length;
      await signIn(client.clientId);
      expect(await left()).toBe(2);
      await pools().updateUser(editor, pool.id, ada.id, { groups: [] });
      expect(await left()).toBe(2);
      await pools().updateUser(editor, pool.id, ada.id, { password: 'another password', permanent: true });
      expect(await left()).toBe(0);
      await expect(signIn(client.clientId)).rejects.toMatchObject({ type: 'NotAuthorizedException' });
      await pools().updateUser(editor, pool.id, ada.id, { password, permanent: true });
      await signIn(client.clientId);
      await pools().updateUser(editor, pool.id, ada.id, { enabled: false });
      expect(await left()).toBe(0);
      await expect(signIn(client.clientId)).rejects.toMatchObject({ type: 'NotAuthorizedException' });
      await pools().deleteUser(editor, pool.id, ada.id);
      expect(await pools().users(editor, pool.id)).toEqual([]);
    });

    test('leave the groups that go', async () => {
      const { pool, ada, client } = await withAda();
      await pools().putGroups(editor, pool.id, ['staff', 'admins']);
      await pools().updateUser(editor, pool.id, ada.id, { groups: ['staff', 'admins'] });
      const { IdToken } = (await signIn(client.clientId)).AuthenticationResult;
      expect(decodeJwt(IdToken)['cognito:groups']).toEqual(['staff', 'admins']);
      await pools().putGroups(editor, pool.id, ['staff']);
      expect((await pools().users(editor, pool.id))[0]?.groups).toEqual(['staff']);
    });
  });

  test('what a pool keeps of a sign-in is swept once it has ended, and not before', async () => {
    const { client } = await withAda();
    const left = async () => (await contents(kit.database)).oidc_records?.length;
    await signIn(client.clientId);
    kit.clock.now += 30 * 86_400_000;
    await expire(kit);
    expect(await left()).toBe(2);
    kit.clock.now += 1_000;
    await expire(kit);
    expect(await left()).toBe(0);
  });

  test('resource servers are replaced; a scope twice is refused', async () => {
    const pool = await create();
    const servers = [
      { identifier: 'https://pets.example', name: 'Pets', scopes: [{ name: 'read', description: 'Read' }] },
    ];
    expect(await pools().putResourceServers(editor, pool.id, servers)).toEqual(servers);
    expect(await pools().resourceServers(editor, pool.id)).toEqual(servers);
    const scope = { name: 'read', description: '' };
    const twice = [{ identifier: 'pets', name: 'Pets', scopes: [scope, scope] }];
    expect(await refusal(kit, () => pools().putResourceServers(editor, pool.id, twice))).toMatchObject({
      fields: ['0.scopes.1.name'],
    });
  });

  describe('who may', () => {
    test('viewers read, editors change', async () => {
      const { pool } = await withAda();
      const viewer = testActor('viewer');
      expect(await pools().users(viewer, pool.id)).toHaveLength(1);
      expect(await refusal(kit, () => pools().rotateKeys(viewer, pool.id))).toMatchObject({
        code: 'AccessDeniedException',
      });
      expect(await refusal(kit, () => pools().create(viewer, { name: 'x' }))).toMatchObject({
        code: 'AccessDeniedException',
      });
      const input = { username: 'eve', email: 'eve@example.com', password };
      expect(await refusal(kit, () => pools().createUser(viewer, pool.id, input))).toMatchObject({
        code: 'AccessDeniedException',
      });
      expect(await refusal(kit, () => pools().list({ kind: 'visitor' }))).toMatchObject({
        code: 'UnauthorizedException',
      });
    });

    test('the pool that signs in to the console is administrators’ alone: its people may be administrators', async () => {
      const { pool, ada, client } = await withAda();
      const { settings } = await import('@/db/schema');
      await kit.database.db.insert(settings).values({ name: 'signInUserPoolId', value: pool.id });
      const works: (() => Promise<unknown>)[] = [
        () => pools().updateUser(editor, pool.id, ada.id, { password: 'mine from now on', permanent: true }),
        () => pools().createUser(editor, pool.id, { username: 'eve', email: 'eve@example.com', password }),
        () => pools().deleteUser(editor, pool.id, ada.id),
        () =>
          pools().updateClient(editor, pool.id, client.clientId, {
            clientName: 'x',
            callbackUrls: ['https://evil.example'],
          }),
        () => pools().createClient(editor, pool.id, { clientName: 'x' }),
        () => pools().deleteClient(editor, pool.id, client.clientId),
        () => pools().rotateKeys(editor, pool.id),
        () => pools().update(editor, pool.id, { name: 'x' }),
        () => pools().delete(editor, pool.id),
        () => pools().putGroups(editor, pool.id, ['x']),
        () => pools().putResourceServers(editor, pool.id, []),
      ];
      for (const work of works)
        expect(await refusal(kit, work)).toMatchObject({ code: 'AccessDeniedException' });
      expect(await refusal(kit, () => pools().delete(administrator, pool.id))).toMatchObject({
        message: `User pool ${pool.id} is in use by sign-in to portal and console.`,
      });
      expect(await pools().updateUser(administrator, pool.id, ada.id, { groups: [] })).toMatchObject({
        id: ada.id,
      });
    });
  });
});
