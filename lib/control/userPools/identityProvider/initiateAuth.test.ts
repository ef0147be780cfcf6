import {
  InitiateAuthCommand,
  ListDevicesCommand,
  RespondToAuthChallengeCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { decodeJwt } from 'jose';
import { describe, expect, test } from 'vitest';
import { contents, editor } from '../../testControl';
import { cognitoKit, next, password, poolWithAda, refused, secretHash, wrong } from './testing';

const { kit, pools, send, auth, refresh, signedIn } = cognitoKit();
const start = (client?: object, user?: object) => poolWithAda(pools(), client, user);

describe('InitiateAuth', () => {
  test('USER_PASSWORD_AUTH: tokens as Cognito’s', async () => {
    const { pool, ada, ClientId } = await start();
    const { AccessToken, IdToken, RefreshToken, ...rest } = await signedIn(ClientId);
    expect(rest).toEqual({ ExpiresIn: 3600, TokenType: 'Bearer' });
    const now = Math.floor(kit.clock.now / 1000);
    const common = {
      sub: ada.id,
      iss: pool.issuer,
      'cognito:groups': ['staff'],
      auth_time: now,
      iat: now,
      exp: now + 3600,
      jti: expect.any(String),
      origin_jti: expect.any(String),
    };
    expect(decodeJwt(IdToken)).toEqual({
      ...common,
      token_use: 'id',
      aud: ClientId,
      'cognito:username': 'ada',
      email: 'ada@example.com',
      email_verified: true,
    });
    expect(decodeJwt(AccessToken)).toEqual({
      ...common,
      token_use: 'access',
      client_id: ClientId,
      username: 'ada',
      scope: 'aws.cognito.signin.user.admin',
    });
    expect(RefreshToken.length).toBeGreaterThanOrEqual(43);
    expect(JSON.stringify(await contents(kit.database))).not.toContain(RefreshToken);
  });

  test('REFRESH_TOKEN_AUTH: new tokens of the same sign-in, and the refresh token stays', async () => {
    const { pool, ada, ClientId } = await start();
    const first = await signedIn(ClientId);
    kit.clock.now += 1_800_000;
    await pools().updateUser(editor, pool.id, ada.id, { groups: [] });
    const { AuthenticationResult: second } = await refresh(ClientId, first.RefreshToken);
    expect(second?.RefreshToken).toBeUndefined();
    const [one, two] = [decodeJwt(first.IdToken), decodeJwt(second?.IdToken ?? '')];
    expect([two.auth_time, two.origin_jti, two.sub]).toEqual([one.auth_time, one.origin_jti, one.sub]);
    expect(Number(two.iat) - Number(one.iat)).toBe(1800);
    expect(two['cognito:groups']).toBeUndefined();
    expect(decodeJwt(second?.AccessToken ?? '').scope).toBe('aws.cognito.signin.user.admin');
    expect((await refresh(ClientId, first.RefreshToken)).AuthenticationResult?.AccessToken).toBeDefined();
    kit.clock.now += 30 * 86_400_000;
    expect(await refused(refresh(ClientId, first.RefreshToken))).toBe(
      'NotAuthorizedException: Refresh Token has expired',
    );
  });

  test('B19: an unknown name answers as a wrong password does', async () => {
    const { ClientId } = await start();
    expect(await refused(auth(ClientId, { USERNAME: 'nobody' }))).toBe(wrong);
    expect(await refused(auth(ClientId, { PASSWORD: 'wrong' }))).toBe(wrong);
  });

  test.each<[rule: string, send: (ClientId: string) => Promise<unknown>, answer: string]>([
    [
      'no name',
      (id) => auth(id, { USERNAME: '' }),
      'InvalidParameterException: Missing required parameter USERNAME',
    ],
    [
      'no password',
      (id) => auth(id, { PASSWORD: '' }),
      'InvalidParameterException: Missing required parameter PASSWORD',
    ],
    [
      'no refresh token',
      (id) => refresh(id),
      'InvalidParameterException: Missing required parameter REFRESH_TOKEN',
    ],
    ['a made-up refresh token', (id) => refresh(id, 'x'), 'NotAuthorizedException: Invalid Refresh Token'],
    [
      'SRP',
      (id) => send(new InitiateAuthCommand({ ClientId: id, AuthFlow: 'USER_SRP_AUTH' })),
      'InvalidParameterException: USER_SRP_AUTH is not enabled for the client.',
    ],
    [
      'an administrator’s flow',
      (id) => send(new InitiateAuthCommand({ ClientId: id, AuthFlow: 'ADMIN_USER_PASSWORD_AUTH' })),
      'InvalidParameterException: Initiate Auth method not supported.',
    ],
    [
      'a secret hash of a client without a secret',
      (id) => auth(id, { SECRET_HASH: 'x' }),
      expect.stringMatching(
        /^NotAuthorizedException: Client \w+ is not configured for secret but secret was received$/,
      ),
    ],
    [
      'an unknown client',
      () => auth('x'.repeat(26)),
      `ResourceNotFoundException: User pool client ${'x'.repeat(26)} does not exist.`,
    ],
    [
      'an unknown operation',
      () => send(new ListDevicesCommand({ AccessToken: 'x' })),
      'UnknownOperationException: Unknown operation ListDevices',
    ],
  ])('%s', async (_rule, send, answer) => {
    expect(await refused(send((await start()).ClientId))).toEqual(answer);
  });

  test('a flow that the client has not is refused', async () => {
    const { ClientId } = await start({ explicitAuthFlows: [] });
    expect(await refused(auth(ClientId))).toBe(
      'InvalidParameterException: USER_PASSWORD_AUTH flow not enabled for this client',
    );
    expect(await refused(refresh(ClientId, 'x'))).toBe(
      'InvalidParameterException: REFRESH_TOKEN_AUTH flow not enabled for this client',
    );
  });

  test('a client with a secret proves it with each name', async () => {
    const { ada, ClientId, secret } = await start({ generateSecret: true });
    expect(await refused(auth(ClientId))).toBe(
      `NotAuthorizedException: Client ${ClientId} is configured with secret but SECRET_HASH was not received`,
    );
    for (const SECRET_HASH of [
      'x',
      secretHash('eve', ClientId, secret),
      secretHash('ada', ClientId, 'guess'),
    ])
      expect(await refused(auth(ClientId, { SECRET_HASH }))).toBe(
        `NotAuthorizedException: Unable to verify secret hash for client ${ClientId}`,
      );
    const { AuthenticationResult: tokens } = await auth(ClientId, {
      SECRET_HASH: secretHash('ada', ClientId, secret),
    });
    for (const name of ['ada', ada.id])
      expect(
        (await refresh(ClientId, tokens?.RefreshToken, { SECRET_HASH: secretHash(name, ClientId, secret) }))
          .AuthenticationResult,
      ).toBeDefined();
    expect(
      await refused(
        refresh(ClientId, tokens?.RefreshToken, { SECRET_HASH: secretHash('eve', ClientId, secret) }),
      ),
    ).toContain('Unable to verify secret hash');
  });

  test('a refresh token is one client’s, and nobody’s once its person is disabled', async () => {
    const { pool, ada, ClientId } = await start();
    const { RefreshToken } = await signedIn(ClientId);
    const other = await pools().createClient(editor, pool.id, { clientName: 'Other' });
    expect(await refused(refresh(other.clientId, RefreshToken))).toBe(
      'NotAuthorizedException: Invalid Refresh Token',
    );
    await pools().updateUser(editor, pool.id, ada.id, { enabled: false });
    expect(await refused(refresh(ClientId, RefreshToken))).toBe(
      'NotAuthorizedException: Invalid Refresh Token',
    );
    expect(await refused(auth(ClientId))).toBe('NotAuthorizedException: User is disabled.');
    expect(await refused(auth(ClientId, { PASSWORD: 'wrong' }))).toBe(wrong);
  });

  test('B19: ten wrong passwords a minute, no more', async () => {
    const { ClientId } = await start();
    for (let round = 0; round < 10; round++)
      expect(await refused(auth(ClientId, { PASSWORD: 'wrong' }))).toBe(wrong);
    expect(await refused(auth(ClientId))).toMatch(/^TooManyRequestsException: Too many tries/);
  });
});

describe('a first password', () => {
  async function challenge() {
    const made = await start({}, {});
    const answer = await auth(made.ClientId);
    return { ...made, answer };
  }
  const respond = (ClientId: string, Session: string | undefined, NEW_PASSWORD = next) =>
    send(
      new RespondToAuthChallengeCommand({
        ClientId,
        ChallengeName: 'NEW_PASSWORD_REQUIRED',
        Session,
        ChallengeResponses: { USERNAME: 'ada', NEW_PASSWORD },
      }),
    );
  const over = 'NotAuthorizedException: Invalid session for the user, session is expired.';

  test('is to be changed before there are tokens', async () => {
    const { ClientId, answer } = await challenge();
    expect(answer).toMatchObject({
      ChallengeName: 'NEW_PASSWORD_REQUIRED',
      Session: expect.any(String),
      ChallengeParameters: { USER_ID_FOR_SRP: 'ada', requiredAttributes: '[]' },
    });
    expect(answer.AuthenticationResult).toBeUndefined();
    expect(await refused(respond(ClientId, answer.Session, 'short'))).toBe(
      'InvalidPasswordException: Password did not conform with policy: A password has at least 8 characters',
    );
    expect(await refused(respond(ClientId, answer.Session, password))).toMatch(/^InvalidPasswordException/);
    expect((await respond(ClientId, answer.Session)).AuthenticationResult?.IdToken).toBeDefined();
    expect(await refused(auth(ClientId))).toBe(wrong);
    expect((await auth(ClientId, { PASSWORD: next })).AuthenticationResult).toBeDefined();
    expect(await refused(respond(ClientId, answer.Session, 'yet another password'))).toBe(over);
  });

  test('its session is one client’s, three minutes long, and not to be made up', async () => {
    const { pool, ClientId, answer } = await challenge();
    const other = await pools().createClient(editor, pool.id, { clientName: 'Other' });
    expect(await refused(respond(other.clientId, answer.Session))).toBe(over);
    for (const session of [undefined, 'x', `${answer.Session}x`.slice(1)])
      expect(await refused(respond(ClientId, session))).toBe(over);
    kit.clock.now += 180_000;
    expect(await refused(respond(ClientId, answer.Session))).toBe(over);
  });
});
