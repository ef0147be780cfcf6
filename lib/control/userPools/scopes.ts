import type { ResourceServer } from '@/lib/model/userPool';

/** Lets an access token's holder read and change their own account by Cognito's calls. */
export const accountScope = 'aws.cognito.signin.user.admin';

/** Those that every pool has: https://docs.aws.amazon.com/cognito/latest/developerguide/authorization-endpoint.html */
export const standardScopes = ['openid', 'email', 'profile', 'phone', accountScope] as const;

/** `identifier/name`, as they are asked for and granted. */
export const customScopes = (servers: readonly ResourceServer[]) =>
  servers.flatMap(({ identifier, scopes }) => scopes.map(({ name }) => `${identifier}/${name}`));
