import { expect, test } from 'vitest';
import { editor, testControl } from '../../testControl';
import { testUserPools } from '../testing';
import { password, poolWithAda, refused } from './testing';

const pools = testUserPools(testControl());

test('AdminInitiateAuth: wrong passwords count against the person’s own address, where the server tells it', async () => {
  const explicitAuthFlows = ['ADMIN_USER_PASSWORD_AUTH'];
  const { pool, ClientId } = await poolWithAda(pools(), { explicitAuthFlows });
  const signIn = (IpAddress: string, USERNAME: string, PASSWORD = 'wrong') =>
    refused(
      pools().administeredSignIn(editor, {
        operation: 'AdminInitiateAuth',
        input: {
          UserPoolId: pool.id,
          ClientId,
          AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
          AuthParameters: { USERNAME, PASSWORD },
          ContextData: { IpAddress },
        },
        sourceIp: '192.0.2.1',
      }),
    );
  for (let tries = 0; tries < 30; tries += 1)
    expect(await signIn('203.0.113.7', `guess${tries}`)).toMatch(/Incorrect username or password\.$/);
  expect(await signIn('203.0.113.7', 'ada', password)).toMatch(/Too many tries/);
  expect(await signIn('203.0.113.8', 'ada', password)).toBe('done');
});
