import { functionWords } from '@/components/console/functionUri';
import type { Authorizer } from '@/lib/model/authorizer';
import type { AuthorizerType } from './authorizerDraft';
import { readIdentitySources, sourceWords } from './identitySources';

/** AWS's three types: how they are called, and what each does in one line. */
export const typeWords: Record<AuthorizerType, { name: string; meaning: string }> = {
  TOKEN: {
    name: 'Lambda, by token',
    meaning: 'A function gets the token of one header and answers with a policy.',
  },
  REQUEST: {
    name: 'Lambda, by request',
    meaning: 'A function gets headers, query string, variables and context, and answers with a policy.',
  },
  COGNITO_USER_POOLS: {
    name: 'Cognito user pools',
    meaning: 'A token of a user pool, or of any OpenID Connect issuer, is checked here. No function runs.',
  },
};

/** What decides: the function's name, or how many pools and issuers. */
export function deciderWords({ type, authorizerUri = '', providerARNs }: Authorizer): string {
  if (type !== 'COGNITO_USER_POOLS') return functionWords(authorizerUri);
  return providerARNs.map(providerWords).join(', ');
}

/** The pool's id of an ARN `arn:aws:cognito-idp:{region}:{account}:userpool/{id}`, or the issuer's URL. */
const providerWords = (provider: string) => provider.replace(/^arn:.*:userpool\//, '');

export const identityWords = ({ identitySource }: Authorizer): string =>
  readIdentitySources(identitySource).map(sourceWords).join(', ');

/** Tokens of pools are checked on each call: only what functions say is kept. */
export function ttlWords({ type, authorizerResultTtlInSeconds: ttl }: Authorizer): string {
  if (type === 'COGNITO_USER_POOLS') return 'Checked on each call';
  return ttl === 0 ? 'Not cached' : `${ttl.toLocaleString('en')} s`;
}
