import type { apiKeySources, Resource } from '@/lib/model/restApi';

export type ApiKeySource = (typeof apiKeySources)[number];

/** What each source means for a caller. */
export const keySourceWords: Record<ApiKeySource, { name: string; meaning: string }> = {
  HEADER: {
    name: 'Header',
    meaning: 'Callers send their key in the x-api-key header.',
  },
  AUTHORIZER: {
    name: 'Authorizer',
    meaning:
      'A method’s Lambda authorizer says which key a call counts for, in usageIdentifierKey of its answer. What callers send as x-api-key is not looked at.',
  },
};

/**
 * `GET /pets` for each method that asks for a key which no Lambda authorizer can name: with AUTHORIZER all of its
 * calls are refused. Tokens of user pools name no key.
 */
const methodsWithoutKey = (resources: readonly Resource[]): string[] =>
  resources.flatMap(({ path, resourceMethods }) =>
    Object.values(resourceMethods)
      .filter(({ apiKeyRequired, authorizationType }) => apiKeyRequired && authorizationType !== 'CUSTOM')
      .map(({ httpMethod }) => `${httpMethod} ${path}`),
  );

/** Why nothing can be counted while AUTHORIZER is chosen; undefined: some method's authorizer may name a key. */
export function authorizerWarning(resources: readonly Resource[]): string | undefined {
  const methods = resources.flatMap(({ resourceMethods }) => Object.values(resourceMethods));
  if (!methods.some(({ authorizationType }) => authorizationType === 'CUSTOM'))
    return 'No method has a Lambda authorizer: every method that requires an API key will refuse its calls with 403.';
  const [first, ...others] = methodsWithoutKey(resources);
  if (!first) return undefined;
  const more = others.length > 0 ? ` and ${others.length} more` : '';
  return `No Lambda authorizer names a key for ${first}${more}: calls will be refused with 403.`;
}
