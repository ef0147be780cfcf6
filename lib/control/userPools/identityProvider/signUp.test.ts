import {
  ConfirmSignUpCommand,
  ForgotPasswordCommand,
  ResendConfirmationCodeCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { decodeJwt } from 'jose';
import { describe, expect, test } from 'vitest';
import { editor } from '../../testControl';
import { cognitoKit, password, poolWithAda, refused } from './testing';

const { pools, send, auth } = cognitoKit();
const start = (client?: object, user?: object) => poolWithAda(pools(), client, user);

describe('SignUp', () => {
  const signUp = (ClientId: string, part: object = {}) =>
    send(
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
        send(new ConfirmSignUpCommand({ ClientId, Username: 'eve', ConfirmationCode: '123456' })),
      ),
    ).toBe('NotAuthorizedException: User cannot be confirmed. Current status is CONFIRMED');
    expect(await refused(send(new ResendConfirmationCodeCommand({ ClientId, Username: 'eve' })))).toBe(
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

test('ForgotPassword: no code can be sent, and that tells nothing of who is here', async () => {
  const { ClientId } = await start();
  const forgot = (Username: string) => refused(send(new ForgotPasswordCommand({ ClientId, Username })));
  const answer =
    'InvalidParameterException: Cannot reset password for the user as there is no registered/verified email or phone_number';
  expect([await forgot('ada'), await forgot('nobody')]).toEqual([answer, answer]);
});
