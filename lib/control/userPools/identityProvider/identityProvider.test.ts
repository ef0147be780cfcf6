import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  ChangePasswordCommand,
  CognitoIdentityProviderClient,
  ConfirmSignUpCommand,
  ForgotPasswordCommand,
  GetUserCommand,
  GlobalSignOutCommand,
  InitiateAuthCommand,
  ListDevicesCommand,
  ResendConfirmationCodeCommand,
  RespondToAuthChallengeCommand,
  RevokeTokenCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isIdentityProviderError } from '@/lib/model/IdentityProviderError';
import { contents, editor, testControl } from '../../testControl';
import { testUserPools } from '../testing';

const kit = testControl();
const pools = testUserPools(kit);
const password = 'correct horse battery';
const next = 'another good password';

/** The door's part, as plainly as can be: AWS JSON 1.1 over HTTP. */
let server: Server;
let sdk: CognitoIdentityProviderClient;
beforeAll(async () => {
  server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const operation = String(request.headers['x-amz-target']).split('.')[1] ?? '';
    const [status, answer] = await pools()
      .identityProvider({ operation, input: JSON.parse(body), sourceIp: '192.0.2.1' })
      .then(
        (output) => [200, output] as const,
        (error: unknown) =>
          isIdentityProviderError(error)
            ? ([400, { __type: error.type, message: error.message }] as const)
            : ([500, { __type: 'InternalErrorException', message: String(error) }] as const),
      );
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(answer));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const credentials = { accessKeyId: 'none', secretAccessKey: 'none' };
  sdk = new CognitoIdentityProviderClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'us-east-1',
    credentials,
    maxAttempts: 1,
  });
});
afterAll(() => {
  sdk.destroy();
  server.close();
});

async function start(client: object = {}, user: object = { permanent: true }) {
  const userPools = pools();
  const pool = await userPools.create(editor, { name: 'Shop' });
  await userPools.putGroups(editor, pool.id, ['staff']);
  const made = await userPools.createClient(editor, pool.id, { clientName: 'App', ...client });
  const ada = await userPools.createUser(editor, pool.id, {
    username: 'ada',
    email: 'ada@example.com',
    password,
    groups: ['staff'],
    ...user,
  });
  return { pool, ada, ClientId: made.clientId, secret: made.clientSecret ?? '' };
}
const auth = (ClientId: string, parameters: Record<string, string> = {}) =>
  sdk.send(
    new InitiateAuthCommand({
      ClientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: 'ada', PASSWORD: password, ...parameters },
    }),
  );
const refresh = (ClientId: string, token = '', more: Record<string, string> = {}) =>
  sdk.send(
    new InitiateAuthCommand({
      ClientId,
      AuthFlow: 'REFRESH_TOKEN_AUTH',
      AuthParameters: { REFRESH_TOKEN: token, ...more },
    }),
  );
async function signedIn(ClientId: string) {
  const {
    AccessToken = '',
    IdToken = '',
    RefreshToken = '',
    ...rest
  } = (await auth(ClientId)).AuthenticationResult ?? {};
  return { AccessToken, IdToken, RefreshToken, ...rest };
}
/** `Name: message`, as the SDK tells it. */
const refused = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: Error) => `${error.name}: ${error.message}`,
  );
const hash = (name: string, ClientId: string, secret: string) =>
  createHmac('sha256', secret)
    .update(name + ClientId)
    .digest('base64');
const wrong = 'NotAuthorizedException: Incorrect username or password.';

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
      (id) => sdk.send(new InitiateAuthCommand({ ClientId: id, AuthFlow: 'USER_SRP_AUTH' })),
      'InvalidParameterException: USER_SRP_AUTH is not enabled for the client.',
    ],
    [
      'an administrator’s flow',
      (id) => sdk.send(new InitiateAuthCommand({ ClientId: id, AuthFlow: 'ADMIN_USER_PASSWORD_AUTH' })),
      'InvalidParameterException: Initiate Auth method not supported: ADMIN_USER_PASSWORD_AUTH',
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
      () => sdk.send(new ListDevicesCommand({ AccessToken: 'x' })),
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
    for (const SECRET_HASH of ['x', hash('eve', ClientId, secret), hash('ada', ClientId, 'guess')])
      expect(await refused(auth(ClientId, { SECRET_HASH }))).toBe(
        `NotAuthorizedException: Unable to verify secret hash for client ${ClientId}`,
      );
    const { AuthenticationResult: tokens } = await auth(ClientId, {
      SECRET_HASH: hash('ada', ClientId, secret),
    });
    for (const name of ['ada', ada.id])
      expect(
        (await refresh(ClientId, tokens?.RefreshToken, { SECRET_HASH: hash(name, ClientId, secret) }))
          .AuthenticationResult,
      ).toBeDefined();
    expect(
      await refused(refresh(ClientId, tokens?.RefreshToken, { SECRET_HASH: hash('eve', ClientId, secret) })),
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
    sdk.send(
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

describe('SignUp', () => {
  const signUp = (ClientId: string, part: object = {}) =>
    sdk.send(
      new SignUpCommand({
        ClientId,
        Username: 'eve',
        Password: password,
        UserAttributes: [
          { Name: 'email', Value: 'eve@example.com' },
          { Name: 'name', Value: 'Eve' },
        ],
        ...part,
      }),
    );

  test('makes a person who is confirmed at once and whose address is not verified', async () => {
    const { ClientId } = await start();
    const made = await signUp(ClientId);
    expect(made).toMatchObject({ UserConfirmed: true, UserSub: expect.any(String) });
    const { AuthenticationResult } = await auth(ClientId, { USERNAME: 'eve' });
    expect(decodeJwt(AuthenticationResult?.IdToken ?? '')).toMatchObject({
      sub: made.UserSub,
      email: 'eve@example.com',
      email_verified: false,
      name: 'Eve',
    });
    expect(
      await refused(
        sdk.send(new ConfirmSignUpCommand({ ClientId, Username: 'eve', ConfirmationCode: '123456' })),
      ),
    ).toBe('NotAuthorizedException: User cannot be confirmed. Current status is CONFIRMED');
    expect(await refused(sdk.send(new ResendConfirmationCodeCommand({ ClientId, Username: 'eve' })))).toBe(
      'InvalidParameterException: User is already confirmed.',
    );
  });

  test.each<[rule: string, part: object, answer: unknown]>([
    ['a taken name', { Username: 'Ada' }, 'UsernameExistsException: User already exists'],
    [
      'a short password',
      { Password: 'short' },
      'InvalidPasswordException: Password did not conform with policy: A password has at least 8 characters',
    ],
    [
      'no address',
      { UserAttributes: [] },
      'InvalidParameterException: Attributes did not conform to the schema: email: The attribute is required',
    ],
    [
      'an address said to be verified',
      {
        UserAttributes: [
          { Name: 'email', Value: 'eve@example.com' },
          { Name: 'email_verified', Value: 'true' },
        ],
      },
      expect.stringContaining('InvalidParameterException: Whether an address is verified'),
    ],
    [
      'a group of one’s own choice',
      {
        UserAttributes: [
          { Name: 'email', Value: 'eve@example.com' },
          { Name: 'cognito:groups', Value: 'staff' },
        ],
      },
      expect.stringContaining('InvalidParameterException'),
    ],
    ['a name with a space', { Username: 'e ve' }, expect.stringContaining('InvalidParameterException')],
    ['a secret hash for nothing', { SecretHash: 'x' }, expect.stringContaining('NotAuthorizedException')],
  ])('%s is refused', async (_rule, part, answer) => {
    expect(await refused(signUp((await start()).ClientId, part))).toEqual(answer);
  });

  test('a name that is an address is the address too', async () => {
    const { pool, ClientId } = await start();
    await signUp(ClientId, { Username: 'Eve@Example.com', UserAttributes: [] });
    expect(await pools().users(editor, pool.id)).toContainEqual(
      expect.objectContaining({ username: 'eve@example.com', email: 'eve@example.com' }),
    );
  });

  test('is over where the pool says so, and slow from one address', async () => {
    const { pool, ClientId } = await start();
    const outcomes: string[] = [];
    for (let index = 0; index < 12; index++)
      outcomes.push(await refused(signUp(ClientId, { Username: `bot${index}` })));
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(10);
    expect(outcomes.at(-1)).toMatch(/^TooManyRequestsException/);
    await pools().update(editor, pool.id, { name: 'Shop', selfSignUp: false });
    expect(await refused(signUp(ClientId))).toBe(
      'NotAuthorizedException: SignUp is not permitted for this user pool',
    );
  });
});

describe('with an access token', () => {
  const getUser = (AccessToken: string) => sdk.send(new GetUserCommand({ AccessToken }));

  test('GetUser tells who one is', async () => {
    const { ada, ClientId } = await start();
    const answer = await getUser((await signedIn(ClientId)).AccessToken);
    expect(answer).toMatchObject({
      Username: 'ada',
      UserAttributes: [
        { Name: 'sub', Value: ada.id },
        { Name: 'email_verified', Value: 'true' },
        { Name: 'email', Value: 'ada@example.com' },
      ],
    });
  });

  test('what is no access token, is over or was forged, is refused', async () => {
    const { ClientId } = await start();
    const { AccessToken, IdToken, RefreshToken } = await signedIn(ClientId);
    const invalid = 'NotAuthorizedException: Invalid Access Token';
    const [head, , signature] = AccessToken.split('.');
    const claims = Buffer.from(JSON.stringify({ ...decodeJwt(AccessToken), sub: 'eve' })).toString(
      'base64url',
    );
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${claims}.`;
    for (const token of ['x', IdToken, RefreshToken, `${head}.${claims}.${signature}`, unsigned])
      expect(await refused(getUser(token))).toBe(invalid);
    kit.clock.now += 3_600_000;
    expect(await refused(getUser(AccessToken))).toBe('NotAuthorizedException: Access Token has expired');
  });

  test('GlobalSignOut ends every sign-in of the person’s, and nobody else’s', async () => {
    const { pool, ClientId } = await start();
    const [one, two] = [await signedIn(ClientId), await signedIn(ClientId)];
    await pools().createUser(editor, pool.id, {
      username: 'bob',
      email: 'bob@example.com',
      password,
      permanent: true,
    });
    const bob = (await auth(ClientId, { USERNAME: 'bob' })).AuthenticationResult;
    await sdk.send(new GlobalSignOutCommand({ AccessToken: one.AccessToken }));
    for (const { AccessToken, RefreshToken } of [one, two]) {
      expect(await refused(getUser(AccessToken))).toBe(
        'NotAuthorizedException: Access Token has been revoked',
      );
      expect(await refused(refresh(ClientId, RefreshToken))).toBe(
        'NotAuthorizedException: Invalid Refresh Token',
      );
    }
    expect((await refresh(ClientId, bob?.RefreshToken)).AuthenticationResult).toBeDefined();
  });

  test('RevokeToken ends one sign-in; only its client may', async () => {
    const { pool, ClientId } = await start();
    const [one, two] = [await signedIn(ClientId), await signedIn(ClientId)];
    const other = await pools().createClient(editor, pool.id, {
      clientName: 'Other',
      generateSecret: true,
    });
    const revoke = (Token: string, part: object = {}) =>
      refused(sdk.send(new RevokeTokenCommand({ Token, ClientId, ...part })));
    expect(await revoke(one.RefreshToken, { ClientId: other.clientId })).toBe(
      'UnauthorizedException: Invalid client secret',
    );
    expect(
      await revoke(one.RefreshToken, { ClientId: other.clientId, ClientSecret: other.clientSecret }),
    ).toMatch(/^UnauthorizedException/);
    expect(await revoke(one.AccessToken)).toBe('UnsupportedTokenTypeException: Unsupported token type');
    expect([await revoke('x'), await revoke(one.RefreshToken), await revoke(one.RefreshToken)]).toEqual([
      'done',
      'done',
      'done',
    ]);
    expect(await refused(refresh(ClientId, one.RefreshToken))).toBe(
      'NotAuthorizedException: Invalid Refresh Token',
    );
    expect(await refused(getUser(one.AccessToken))).toBe(
      'NotAuthorizedException: Access Token has been revoked',
    );
    expect((await refresh(ClientId, two.RefreshToken)).AuthenticationResult).toBeDefined();
  });

  test('ChangePassword asks for the old one and ends what was signed in', async () => {
    const { ClientId } = await start();
    const { AccessToken, RefreshToken } = await signedIn(ClientId);
    const change = (PreviousPassword: string, ProposedPassword: string) =>
      refused(sdk.send(new ChangePasswordCommand({ AccessToken, PreviousPassword, ProposedPassword })));
    expect(await change('wrong', next)).toBe(wrong);
    expect(await change(password, 'short')).toMatch(/^InvalidPasswordException/);
    expect(await change(password, next)).toBe('done');
    expect(await refused(refresh(ClientId, RefreshToken))).toBe(
      'NotAuthorizedException: Invalid Refresh Token',
    );
    expect((await auth(ClientId, { PASSWORD: next })).AuthenticationResult).toBeDefined();
  });
});

test('ForgotPassword: no code can be sent, and that tells nothing of who is here', async () => {
  const { ClientId } = await start();
  const forgot = (Username: string) => refused(sdk.send(new ForgotPasswordCommand({ ClientId, Username })));
  const answer =
    'InvalidParameterException: Cannot reset password for the user as there is no registered/verified email or phone_number';
  expect([await forgot('ada'), await forgot('nobody')]).toEqual([answer, answer]);
});
