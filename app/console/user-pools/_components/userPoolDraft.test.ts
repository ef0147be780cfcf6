import { expect, test } from 'vitest';
import { type UserPool, userPoolInput } from '@/lib/model/userPool';
import { draftOf, fields, inputOf } from './userPoolDraft';

const pool: UserPool = {
  ...userPoolInput.parse({ name: 'Shop', selfSignUp: false, accessTokenValidity: 5 }),
  id: 'us-east-1_AbCdEfGhI',
  arn: 'arn:aws:cognito-idp:us-east-1:000000000000:userpool/us-east-1_AbCdEfGhI',
  issuer: 'http://localhost:3000/userpools/us-east-1_AbCdEfGhI',
  createdDate: 1,
  userCount: 0,
};

test('a new form holds the defaults of the operation, and only lacks a name', () => {
  expect({ ...inputOf(draftOf()), name: 'any' }).toEqual(userPoolInput.parse({ name: 'any' }));
  expect(draftOf().name).toBe('');
});

test('an unchanged form says what is stored', () => {
  expect(userPoolInput.parse(inputOf(draftOf(pool)))).toEqual(userPoolInput.parse(pool));
});

test.each([
  ['', 'passwordMinimumLength'],
  ['many', 'accessTokenValidity'],
  ['5.5', 'refreshTokenValidity'],
])('%j is refused at %s, which the form shows', (text, field) => {
  const refused = userPoolInput.safeParse(inputOf({ ...draftOf(pool), [field]: text }));
  const paths = refused.error?.issues.map(({ path }) => path.join('.'));
  expect(paths).toEqual([field]);
  expect(fields).toContain(field);
});
