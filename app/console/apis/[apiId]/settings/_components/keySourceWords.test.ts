import { expect, test } from 'vitest';
import { corsPreflight } from '@/lib/model/corsMethod';
import type { Method } from '@/lib/model/method';
import { authorizerWarning } from './keySourceWords';

const open = corsPreflight({ allowOrigin: '*', allowHeaders: '', allowMethods: ['GET'] });
const resources = (methods: Partial<Method>[]) => [
  {
    id: 'r',
    path: '/pets',
    resourceMethods: Object.fromEntries(
      methods.map((part, index) => [String(index), { ...open, httpMethod: 'GET' as const, ...part }]),
    ),
  },
];
const keyed = { apiKeyRequired: true };
const lambda = { authorizationType: 'CUSTOM' as const, authorizerId: 'a1' };
const cognito = { authorizationType: 'COGNITO_USER_POOLS' as const, authorizerId: 'a2' };

test.each<[rule: string, methods: Partial<Method>[], warning: RegExp | undefined]>([
  ['no method has an authorizer', [keyed], /^No method has a Lambda authorizer/],
  ['a user pool names no key', [{ ...keyed, ...cognito }], /^No method has a Lambda authorizer/],
  ['every method with a key has one', [{ ...keyed, ...lambda }, cognito], undefined],
  ['one method is forgotten', [{ ...keyed, ...lambda }, keyed], /key for GET \/pets: calls/],
  ['several are', [{ ...keyed, ...lambda }, keyed, { ...keyed, ...cognito }], /GET \/pets and 1 more/],
])('AUTHORIZER: %s', (_, methods, warning) => {
  const text = authorizerWarning(resources(methods));
  if (warning) expect(text).toMatch(warning);
  else expect(text).toBeUndefined();
});
