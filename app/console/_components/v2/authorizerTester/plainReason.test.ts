import { expect, test } from 'vitest';
import { plainReason } from './plainReason';

const authorizer = {
  authorizerType: 'JWT',
  identitySource: ['$request.header.Authorization'],
  jwtConfiguration: { issuer: 'https://issuer.example', audience: ['pets', 'shop'] },
} as const;
const asked = {
  authorizer: {
    ...authorizer,
    identitySource: [...authorizer.identitySource],
    jwtConfiguration: {
      issuer: authorizer.jwtConfiguration.issuer,
      audience: [...authorizer.jwtConfiguration.audience],
    },
  },
  scopes: ['pets/read', 'pets/write'],
};
const header = { alg: 'RS256', kid: 'k9' };

test.each<[string, Record<string, unknown>, string]>([
  ['No token was sent', {}, 'No token was sent in $request.header.Authorization.'],
  ['the token has expired: JWTExpired: x', { exp: 0 }, 'The token expired at 1970-01-01 00:00:00 UTC.'],
  ['the token has expired', { exp: 'soon' }, 'The token expired at a time that is none.'],
  ['the token is not valid yet', { nbf: 1 }, 'The token is not good before 1970-01-01 00:00:01 UTC.'],
  [
    'the token does not have a valid issuer: ',
    { iss: 'https://x' },
    'The token’s iss is "https://x"; the authorizer takes https://issuer.example.',
  ],
  [
    'the token does not have a valid audience',
    { aud: ['a', 'b'] },
    'The token’s aud is ["a","b"]; the authorizer takes pets, shop.',
  ],
  [
    'the token does not have a valid audience',
    { client_id: 'c' },
    'The token’s client_id is "c"; the authorizer takes pets, shop.',
  ],
  [
    'the token does not have a valid audience',
    {},
    'The token’s aud is missing; the authorizer takes pets, shop.',
  ],
  [
    'the token does not have any of the required scopes',
    { scope: 'a b' },
    'The route asks for one of pets/read, pets/write; the token has a b.',
  ],
  ['the token is signed by an unknown key: JWKSNoMatchingKey', {}, 'The issuer has no key "k9".'],
  [
    'OIDC discovery endpoint communication error: Error: refused',
    {},
    'The keys of https://issuer.example cannot be had: refused',
  ],
  [
    'Execution failed due to configuration error: Invalid permissions on Lambda function',
    {},
    'The function was not asked: this API may not invoke it.',
  ],
  ['the token is malformed', {}, 'The token is malformed'],
])('%s', (reason, claims, words) => {
  const trial = {
    isAuthorized: false,
    clientStatus: 401,
    reason,
    log: '',
    latency: 1,
    token: { header, claims },
  };
  expect(plainReason(trial, asked)).toBe(words);
});
