import {
  ChangePasswordCommand,
  GetUserCommand,
  GlobalSignOutCommand,
  RevokeTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { decodeJwt } from 'jose';
import { describe, expect, test } from 'vitest';
import { editor } from '../../testControl';
import { cognitoKit, next, password, poolWithAda, refused, wrong } from './testing';

const { kit, pools, send, auth, refresh, signedIn } = cognitoKit();
const start = (client?: object, user?: object) => poolWithAda(pools(), client, user);

describe('with an access token', () => {
  const getUser = (AccessToken: string) => send(new GetUserCommand({ AccessToken }));

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
    await send(new GlobalSignOutCommand({ AccessToken: one.AccessToken }));
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
      refused(send(new RevokeTokenCommand({ Token, ClientId, ...part })));
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
      refused(send(new ChangePasswordCommand({ AccessToken, PreviousPassword, ProposedPassword })));
    expect(await change('wrong', next)).toBe(wrong);
    expect(await change(password, 'short')).toMatch(/^InvalidPasswordException/);
    expect(await change(password, next)).toBe('done');
    expect(await refused(refresh(ClientId, RefreshToken))).toBe(
      'NotAuthorizedException: Invalid Refresh Token',
    );
    expect((await auth(ClientId, { PASSWORD: next })).AuthenticationResult).toBeDefined();
  });
});
