import type { UserPool } from '@/lib/model/userPool';

/** Where a pool answers, as its discovery document says it too. */
export const userPoolEndpoints = ({ issuer }: Pick<UserPool, 'issuer'>) => ({
  discovery: `${issuer}/.well-known/openid-configuration`,
  jwks: `${issuer}/.well-known/jwks.json`,
  authorize: `${issuer}/oauth2/authorize`,
  token: `${issuer}/oauth2/token`,
  userInfo: `${issuer}/oauth2/userInfo`,
});
