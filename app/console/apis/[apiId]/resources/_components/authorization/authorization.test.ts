import { expect, test } from 'vitest';
import { authorizationOf, authorizationWords, choiceOf, chosenAuthorization } from './authorization';
import type { MethodAuthorizer } from './MethodAuthorizer';

const authorizers: MethodAuthorizer[] = [
  { id: 'a1', name: 'guard', type: 'TOKEN', scopes: [] },
  { id: 'a2', name: 'desk', type: 'REQUEST', scopes: [] },
  { id: 'a3', name: 'staff', type: 'COGNITO_USER_POOLS', scopes: ['openid'] },
];

test.each([
  ['NONE', { authorizationType: 'NONE' as const }, 'Open to all'],
  ['AWS_IAM', { authorizationType: 'AWS_IAM' as const }, 'AWS IAM'],
  ['a1', { authorizationType: 'CUSTOM' as const, authorizerId: 'a1' }, 'Authorizer: guard'],
  ['a2', { authorizationType: 'CUSTOM' as const, authorizerId: 'a2' }, 'Authorizer: desk'],
  ['a3', { authorizationType: 'COGNITO_USER_POOLS' as const, authorizerId: 'a3' }, 'Authorizer: staff'],
])('the choice %s is written and read again', (choice, method, words) => {
  expect(chosenAuthorization(choice, authorizers)).toEqual(method);
  const authorization = authorizationOf(method, authorizers);
  expect(choiceOf(authorization)).toBe(choice);
  expect(authorizationWords(authorization)).toBe(words);
});

test.each([
  ['no authorizer', undefined],
  ['one that is gone', 'a9'],
])('a method that was imported with %s is not open', (_, authorizerId) => {
  const authorization = authorizationOf({ authorizationType: 'CUSTOM', authorizerId }, authorizers);
  expect([authorization.kind, choiceOf(authorization)]).toEqual(['missing', '']);
  expect(authorizationWords(authorization)).toBe('Authorizer missing');
});
