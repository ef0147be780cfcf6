import {
  AdminCreateUserCommand,
  AdminInitiateAuthCommand,
  type AdminInitiateAuthCommandInput,
  AdminRespondToAuthChallengeCommand,
  CognitoIdentityProviderClient as Client,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { beforeEach, describe, expect, test } from 'vitest';
import { testActor } from '@/lib/control/testing';
import { testDoor } from '../testing/testDoor';

const kit = testDoor();
const administrator = testActor('administrator');
const USERNAME = 'ada@example.com';
const PASSWORD = 'correct horse battery';
let client: Client;
let UserPoolId: string;
let ClientId: string;

beforeEach(async () => {
  client = new Client(kit.client());
  const { UserPool } = await client.send(new CreateUserPoolCommand({ PoolName: 'Pets' }));
  UserPoolId = UserPool?.Id ?? '';
  ClientId = await clientWith(['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH']);
  const user = { UserPoolId, Username: USERNAME, TemporaryPassword: PASSWORD };
  await client.send(new AdminCreateUserCommand(user));
});

async function clientWith(flows: string[]): Promise<string> {
  const input = { UserPoolId, ClientName: 'server', ExplicitAuthFlows: flows as never };
  const { UserPoolClient } = await client.send(new CreateUserPoolClientCommand(input));
  expect(UserPoolClient?.ExplicitAuthFlows).toEqual(
    flows.map((flow) => flow.replace('ADMIN_NO_SRP', 'ALLOW_ADMIN_USER_PASSWORD')),
  );
  return UserPoolClient?.ClientId ?? '';
}

const initiate = (input: Partial<AdminInitiateAuthCommandInput> = {}, by = client) =>
  by.send(
    new AdminInitiateAuthCommand({
      UserPoolId,
      ClientId,
      AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME, PASSWORD },
      ...input,
    }),
  );
const respond = (Session: string | undefined, NEW_PASSWORD: string) =>
  client.send(
    new AdminRespondToAuthChallengeCommand({
      UserPoolId,
      ClientId,
      ChallengeName: 'NEW_PASSWORD_REQUIRED',
      ChallengeResponses: { USERNAME, NEW_PASSWORD },
      Session,
    }),
  );
/** `NotAuthorizedException: Incorrect username or password.` */
const refusal = (call: Promise<unknown>) =>
  call.then(
    () => 'done',
    (error: Error) => `${error.name}: ${error.message}`,
  );

describe('AdminInitiateAuth', () => {
  test('a first password is changed, then it signs in, and the refresh token gives new tokens', async () => {
    const { ChallengeName, ChallengeParameters, Session } = await initiate();
    expect([ChallengeName, ChallengeParameters?.USER_ID_FOR_SRP]).toEqual([
      'NEW_PASSWORD_REQUIRED',
      USERNAME,
    ]);
    expect(await refusal(respond(Session, 'short'))).toMatch(/^InvalidPasswordException: /);
    const next = 'another good password';
    const { AuthenticationResult } = await respond(Session, next);
    expect(AuthenticationResult).toMatchObject({ TokenType: 'Bearer', ExpiresIn: 3600 });
    expect(await refusal(respond(Session, next))).toMatch(/^NotAuthorizedException: Invalid session/);
    const latest = await kit.control.audit.list(administrator, { limit: 1 });
    expect(latest).toMatchObject([
      { operation: 'ChangePassword', actor: expect.stringMatching(/^arn:aws:iam/) },
    ]);

    const again = await initiate({ AuthParameters: { USERNAME, PASSWORD: next } });
    const REFRESH_TOKEN = again.AuthenticationResult?.RefreshToken ?? '';
    for (const AuthFlow of ['REFRESH_TOKEN', 'REFRESH_TOKEN_AUTH'] as const) {
      const refreshed = await initiate({ AuthFlow, AuthParameters: { REFRESH_TOKEN } });
      expect(refreshed.AuthenticationResult).toMatchObject({ IdToken: expect.stringContaining('.') });
    }
  });

  test('the flow by its name until 2019', async () => {
    ClientId = await clientWith(['ADMIN_NO_SRP_AUTH']);
    expect((await initiate({ AuthFlow: 'ADMIN_NO_SRP_AUTH' })).ChallengeName).toBe('NEW_PASSWORD_REQUIRED');
  });

  test.each<[rule: string, input: Partial<AdminInitiateAuthCommandInput>, says: string]>([
    [
      'a wrong password',
      { AuthParameters: { USERNAME, PASSWORD: 'wrong' } },
      'NotAuthorizedException: Incorrect username or password.',
    ],
    [
      'B19: nobody, as a wrong password',
      { AuthParameters: { USERNAME: 'nobody', PASSWORD } },
      'NotAuthorizedException: Incorrect username or password.',
    ],
    [
      'no password',
      { AuthParameters: { USERNAME } },
      'InvalidParameterException: Missing required parameter PASSWORD',
    ],
    [
      'a flow of unsigned calls',
      { AuthFlow: 'USER_PASSWORD_AUTH' },
      'InvalidParameterException: Initiate Auth method not supported.',
    ],
    [
      'no such pool',
      { UserPoolId: 'us-east-1_000000000' },
      'ResourceNotFoundException: User pool us-east-1_000000000 does not exist.',
    ],
    [
      'no such client',
      { ClientId: 'nobodys' },
      'ResourceNotFoundException: User pool client nobodys does not exist.',
    ],
    [
      'an address that is none',
      {
        ContextData: { IpAddress: 'here', ServerName: 'shop', ServerPath: '/', HttpHeaders: [] },
      },
      "InvalidParameterException: 1 validation error detected: Value at 'ContextData.IpAddress' failed to satisfy constraint: Invalid input",
    ],
  ])('refused: %s', async (_rule, input, says) => {
    expect(await refusal(initiate(input))).toBe(says);
  });

  test('a client without the flow, and another pool’s client', async () => {
    const other = await clientWith(['ALLOW_USER_PASSWORD_AUTH']);
    expect(await refusal(initiate({ ClientId: other }))).toBe(
      'InvalidParameterException: Auth flow not enabled for this client',
    );
    const { UserPool } = await client.send(new CreateUserPoolCommand({ PoolName: 'Shops' }));
    expect(await refusal(initiate({ UserPoolId: UserPool?.Id ?? '' }))).toBe(
      `ResourceNotFoundException: User pool client ${ClientId} does not exist.`,
    );
  });

  test('IAM decides by the pool’s ARN', async () => {
    const { identity } = kit.control;
    await identity.createUser(administrator, 'bob');
    const bob = new Client(kit.client(await identity.createAccessKey(administrator, 'bob')));
    expect(await refusal(initiate({}, bob))).toMatch(
      /^AccessDeniedException: .*cognito-idp:AdminInitiateAuth on resource: arn:aws:cognito-idp:us-east-1:0+:userpool\//,
    );
    const Resource = `arn:aws:cognito-idp:*:*:userpool/${UserPoolId}`;
    const Statement = [{ Effect: 'Allow', Action: 'cognito-idp:AdminInitiateAuth', Resource }];
    const policy = JSON.stringify({ Version: '2012-10-17', Statement });
    await identity.putUserPolicy(administrator, 'bob', 'p', policy);
    expect((await initiate({}, bob)).ChallengeName).toBe('NEW_PASSWORD_REQUIRED');
  });
});
