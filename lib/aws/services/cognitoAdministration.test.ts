import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminDeleteUserCommand,
  AdminDisableUserCommand,
  AdminGetUserCommand,
  AdminListGroupsForUserCommand,
  AdminRemoveUserFromGroupCommand,
  AdminSetUserPasswordCommand,
  AdminUpdateUserAttributesCommand,
  CognitoIdentityProviderClient as Client,
  CreateGroupCommand,
  CreateResourceServerCommand,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
  DeleteGroupCommand,
  DeleteResourceServerCommand,
  DeleteUserPoolClientCommand,
  DeleteUserPoolCommand,
  DescribeResourceServerCommand,
  DescribeUserPoolClientCommand,
  DescribeUserPoolCommand,
  InitiateAuthCommand,
  ListGroupsCommand,
  ListResourceServersCommand,
  ListUserPoolClientsCommand,
  ListUserPoolsCommand,
  ListUsersCommand,
  ListUsersInGroupCommand,
  UpdateResourceServerCommand,
  UpdateUserPoolClientCommand,
  UpdateUserPoolCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { beforeEach, describe, expect, test } from 'vitest';
import { testActor } from '@/lib/control/testing';
import { testDoor } from '../testing/testDoor';

const kit = testDoor();
const administrator = testActor('administrator');
const UNKNOWN = 'us-east-1_000000000';
let client: Client;
let UserPoolId: string;

beforeEach(async () => {
  client = new Client(kit.client());
  const { UserPool } = await client.send(new CreateUserPoolCommand({ PoolName: 'Pets' }));
  UserPoolId = UserPool?.Id ?? '';
});

/** `InvalidParameterException: Only OFF is supported here` */
const refusal = (call: Promise<unknown>) =>
  call.then(
    () => 'done',
    (error: Error) => `${error.name}: ${error.message}`,
  );

describe('pools', () => {
  test('made, described, listed page by page, updated with what is not given at its default, deleted', async () => {
    const { UserPool } = await client.send(new DescribeUserPoolCommand({ UserPoolId }));
    expect(UserPool).toMatchObject({
      Name: 'Pets',
      Arn: `arn:aws:cognito-idp:us-east-1:000000000000:userpool/${UserPoolId}`,
      CreationDate: expect.any(Date),
      Policies: { PasswordPolicy: { MinimumLength: 8, RequireSymbols: false } },
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: false },
    });
    const { UserPool: other } = await client.send(
      new CreateUserPoolCommand({
        PoolName: 'Shops',
        Policies: { PasswordPolicy: { MinimumLength: 12 } },
        AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      }),
    );
    const first = await client.send(new ListUserPoolsCommand({ MaxResults: 1 }));
    const { NextToken } = first;
    const second = await client.send(new ListUserPoolsCommand({ MaxResults: 1, NextToken }));
    expect([...(first.UserPools ?? []), ...(second.UserPools ?? [])].map(({ Name }) => Name).sort()).toEqual([
      'Pets',
      'Shops',
    ]);
    expect(second.NextToken).toBeUndefined();
    await client.send(new UpdateUserPoolCommand({ UserPoolId: other?.Id ?? '', PoolName: 'Stores' }));
    expect(await kit.control.userPools.get(administrator, other?.Id ?? '')).toMatchObject({
      name: 'Stores',
      selfSignUp: true,
      passwordMinimumLength: 8,
    });
    await client.send(new DeleteUserPoolCommand({ UserPoolId }));
    expect(await refusal(client.send(new DescribeUserPoolCommand({ UserPoolId })))).toBe(
      `ResourceNotFoundException: User pool ${UserPoolId} does not exist.`,
    );
  });

  test.each<[rule: string, input: object, message: string]>([
    ['a member that has no meaning here', { LambdaConfig: {} }, 'Not supported here: LambdaConfig.'],
    [
      'a part of one',
      { Policies: { PasswordPolicy: { PasswordHistorySize: 3 } } },
      'Not supported here: Policies.PasswordPolicy.PasswordHistorySize.',
    ],
    ['MFA', { MfaConfiguration: 'ON' }, 'Only OFF is supported here'],
    [
      'kinds of characters',
      { Policies: { PasswordPolicy: { RequireNumbers: true } } },
      'Only false is supported here',
    ],
    ['addresses verified by mail', { AutoVerifiedAttributes: ['email'] }, 'No mail is sent here'],
    ['an address for a name', { UsernameAttributes: ['email'] }, 'People sign in by their user name here'],
  ])('refused rather than forgotten: %s', async (_rule, input, message) => {
    const made = refusal(client.send(new CreateUserPoolCommand({ PoolName: 'x', ...input })));
    expect(await made).toContain(message);
    expect(await made).toMatch(/^InvalidParameterException: /);
  });

  test('IAM decides by the pool’s ARN', async () => {
    const { identity } = kit.control;
    await identity.createUser(administrator, 'bob');
    const key = await identity.createAccessKey(administrator, 'bob');
    const bob = new Client(kit.client(key));
    const described = () => refusal(bob.send(new DescribeUserPoolCommand({ UserPoolId })));
    expect(await described()).toMatch(
      /^AccessDeniedException: .*cognito-idp:DescribeUserPool on resource: arn:aws:cognito-idp:us-east-1:0+:userpool\//,
    );
    const Resource = `arn:aws:cognito-idp:*:*:userpool/${UserPoolId}`;
    const Statement = [{ Effect: 'Allow', Action: 'cognito-idp:Describe*', Resource }];
    await identity.putUserPolicy(
      administrator,
      'bob',
      'p',
      JSON.stringify({ Version: '2012-10-17', Statement }),
    );
    expect(await described()).toBe('done');
    expect(await refusal(bob.send(new DeleteUserPoolCommand({ UserPoolId })))).toMatch(/^AccessDenied/);
  });
});

describe('clients', () => {
  const ClientName = 'web';

  test('made with a secret that is told once, described, listed, updated, deleted', async () => {
    const { UserPoolClient } = await client.send(
      new CreateUserPoolClientCommand({
        UserPoolId,
        ClientName,
        GenerateSecret: true,
        ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
        AllowedOAuthFlows: ['client_credentials'],
        AllowedOAuthFlowsUserPoolClient: true,
        AccessTokenValidity: 60,
        TokenValidityUnits: { AccessToken: 'minutes' },
      }),
    );
    const ClientId = UserPoolClient?.ClientId ?? '';
    expect(UserPoolClient?.ClientSecret).toHaveLength(52);
    const described = await client.send(new DescribeUserPoolClientCommand({ UserPoolId, ClientId }));
    const { ClientSecret: _once, ...shown } = UserPoolClient ?? {};
    expect(described.UserPoolClient).toEqual(shown);
    const { UserPoolClients } = await client.send(new ListUserPoolClientsCommand({ UserPoolId }));
    expect(UserPoolClients).toEqual([{ ClientId, UserPoolId, ClientName }]);
    const updated = await client.send(new UpdateUserPoolClientCommand({ UserPoolId, ClientId }));
    expect(updated.UserPoolClient).toMatchObject({
      ClientName,
      ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'],
      AllowedOAuthFlows: [],
      AllowedOAuthFlowsUserPoolClient: false,
    });
    await client.send(new DeleteUserPoolClientCommand({ UserPoolId, ClientId }));
    expect(await refusal(client.send(new DescribeUserPoolClientCommand({ UserPoolId, ClientId })))).toBe(
      `ResourceNotFoundException: User pool client ${ClientId} does not exist.`,
    );
  });

  test.each<[rule: string, input: object, message: string]>([
    ['SRP', { ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'] }, 'ALLOW_USER_SRP_AUTH is not supported here'],
    ['the implicit flow', { AllowedOAuthFlows: ['implicit'] }, 'implicit is not supported here'],
    ['flows that are off', { AllowedOAuthFlows: ['code'] }, 'AllowedOAuthFlowsUserPoolClient alone'],
    ['another validity', { AccessTokenValidity: 2 }, "AccessTokenValidity is the pool's here"],
    ['another provider', { SupportedIdentityProviders: ['Google'] }, 'Only COGNITO is supported here'],
    ['a member unknown here', { ReadAttributes: ['email'] }, 'Not supported here: ReadAttributes.'],
    [
      'a scope of no resource server',
      { AllowedOAuthScopes: ['orders/read'] },
      'Scope orders/read is of no resource server of this pool',
    ],
  ])('refused: %s', async (_rule, input, message) => {
    const made = await refusal(
      client.send(new CreateUserPoolClientCommand({ UserPoolId, ClientName, ...input })),
    );
    expect(made).toMatch(/^InvalidParameterException: /);
    expect(made).toContain(message);
  });
});

describe('users and groups', () => {
  const ada = 'ada@example.com';
  const Password = 'correct horse battery';
  const create = (Username: string, input: object = { MessageAction: 'SUPPRESS' }) =>
    client.send(new AdminCreateUserCommand({ UserPoolId, Username, ...input }));

  test('made without a message, given a password, signed in, disabled, deleted', async () => {
    const { User } = await create(ada, {
      MessageAction: 'SUPPRESS',
      UserAttributes: [{ Name: 'given_name', Value: 'Ada' }],
    });
    expect(User).toMatchObject({ Username: ada, Enabled: true, UserStatus: 'FORCE_CHANGE_PASSWORD' });
    const user = { UserPoolId, Username: ada };
    await client.send(new AdminSetUserPasswordCommand({ ...user, Password, Permanent: true }));
    await client.send(
      new AdminUpdateUserAttributesCommand({
        ...user,
        UserAttributes: [{ Name: 'custom:team', Value: 'pets' }],
      }),
    );
    const got = await client.send(new AdminGetUserCommand(user));
    expect(got).toMatchObject({ Username: ada, UserStatus: 'CONFIRMED' });
    expect(Object.fromEntries((got.UserAttributes ?? []).map(({ Name, Value }) => [Name, Value]))).toEqual({
      sub: expect.stringMatching(/^[0-9a-f-]{36}$/),
      email: ada,
      email_verified: 'true',
      given_name: 'Ada',
      'custom:team': 'pets',
    });
    const { UserPoolClient } = await client.send(
      new CreateUserPoolClientCommand({
        UserPoolId,
        ClientName: 'web',
        ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
      }),
    );
    const signIn = () =>
      client.send(
        new InitiateAuthCommand({
          AuthFlow: 'USER_PASSWORD_AUTH',
          ClientId: UserPoolClient?.ClientId,
          AuthParameters: { USERNAME: ada, PASSWORD: Password },
        }),
      );
    expect((await signIn()).AuthenticationResult?.TokenType).toBe('Bearer');
    await client.send(new AdminDisableUserCommand(user));
    expect(await refusal(signIn())).toMatch(/^NotAuthorizedException/);
    await client.send(new AdminDeleteUserCommand(user));
    expect(await refusal(client.send(new AdminGetUserCommand(user)))).toBe(
      'UserNotFoundException: User does not exist.',
    );
  });

  test('listed page by page, by a filter, with the attributes that are asked for', async () => {
    for (const name of ['ada@example.com', 'bob@example.com', 'grace@example.com']) await create(name);
    const namesOf = async (input: object) => {
      const { Users = [] } = await client.send(new ListUsersCommand({ UserPoolId, ...input }));
      return Users.map(({ Username }) => Username);
    };
    const { PaginationToken } = await client.send(new ListUsersCommand({ UserPoolId, Limit: 2 }));
    expect(await namesOf({ Limit: 2, PaginationToken })).toEqual(['grace@example.com']);
    expect(await namesOf({ Filter: 'email ^= "b"' })).toEqual(['bob@example.com']);
    expect(await namesOf({ Filter: 'username = "ada@example.com"' })).toEqual(['ada@example.com']);
    expect(await namesOf({ Filter: 'status = "Disabled"' })).toEqual([]);
    expect(await refusal(namesOf({ Filter: 'custom:team = "x"' }))).toMatch(/^InvalidParameterException/);
    const { Users = [] } = await client.send(
      new ListUsersCommand({ UserPoolId, AttributesToGet: ['email'] }),
    );
    expect(Users[0]?.Attributes).toEqual([{ Name: 'email', Value: 'ada@example.com' }]);
  });

  test('groups: made once, joined, left when they go', async () => {
    await create(ada);
    const group = { UserPoolId, GroupName: 'keepers' };
    const { Group } = await client.send(new CreateGroupCommand(group));
    expect(Group).toEqual(group);
    expect(await refusal(client.send(new CreateGroupCommand(group)))).toMatch(/^GroupExistsException/);
    const membership = { ...group, Username: ada };
    await client.send(new AdminAddUserToGroupCommand(membership));
    const { Users } = await client.send(new ListUsersInGroupCommand(group));
    expect(Users).toMatchObject([{ Username: ada }]);
    const ofAda = async () => (await client.send(new AdminListGroupsForUserCommand(membership))).Groups;
    expect(await ofAda()).toEqual([group]);
    await client.send(new AdminRemoveUserFromGroupCommand(membership));
    expect(await ofAda()).toEqual([]);
    await client.send(new AdminAddUserToGroupCommand(membership));
    await client.send(new DeleteGroupCommand(group));
    expect(await ofAda()).toEqual([]);
    expect((await client.send(new ListGroupsCommand({ UserPoolId }))).Groups).toEqual([]);
    expect(await refusal(client.send(new AdminAddUserToGroupCommand(membership)))).toMatch(
      /^ResourceNotFoundException: Group/,
    );
  });

  test.each<[rule: string, call: () => Promise<unknown>, says: RegExp]>([
    ['a name twice', () => create(ada).then(() => create(ada)), /^UsernameExistsException/],
    [
      'neither password nor SUPPRESS',
      () => create(ada, {}),
      /^InvalidParameterException: No message is sent/,
    ],
    ['a message sent again', () => create(ada, { MessageAction: 'RESEND' }), /only SUPPRESS is supported/],
    ['no address', () => create('ada'), /email: The attribute is required/],
    ['a short password', () => create(ada, { TemporaryPassword: 'short' }), /^InvalidPasswordException/],
    ['of no pool', () => client.send(new ListUsersCommand({ UserPoolId: UNKNOWN })), /^ResourceNotFoundExc/],
    [
      'a group with a role',
      () =>
        client.send(new CreateGroupCommand({ UserPoolId, GroupName: 'x', RoleArn: 'arn:aws:iam::0:role/r' })),
      /Not supported here: RoleArn\./,
    ],
  ])('refused: %s', async (_rule, call, says) => {
    expect(await refusal(call())).toMatch(says);
  });
});

test('resource servers: made once, described, replaced, deleted', async () => {
  const server = { UserPoolId, Identifier: 'orders', Name: 'Orders' };
  const read = { ScopeName: 'read', ScopeDescription: 'Reads' };
  const { ResourceServer } = await client.send(
    new CreateResourceServerCommand({ ...server, Scopes: [read] }),
  );
  expect(ResourceServer).toEqual({ ...server, Scopes: [read] });
  expect(await refusal(client.send(new CreateResourceServerCommand(server)))).toMatch(
    /^InvalidParameterException: orders already exists/,
  );
  await client.send(new UpdateResourceServerCommand({ ...server, Name: 'All orders' }));
  const described = await client.send(new DescribeResourceServerCommand(server));
  expect(described.ResourceServer).toEqual({ ...server, Name: 'All orders', Scopes: [] });
  await client.send(new DeleteResourceServerCommand(server));
  const { ResourceServers } = await client.send(
    new ListResourceServersCommand({ UserPoolId, MaxResults: 5 }),
  );
  expect(ResourceServers).toEqual([]);
  expect(await refusal(client.send(new DeleteResourceServerCommand(server)))).toMatch(
    /^ResourceNotFoundException/,
  );
});
