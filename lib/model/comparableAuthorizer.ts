import type { Authorizer } from './authorizer';
import type { RestApiDefinition } from './restApi';

/** An authorizer as two of them are compared: by what it says, whatever its id. */
export function comparableAuthorizer(authorizer: Authorizer): Record<string, unknown> {
  const { id: _id, name: _name, providerARNs, ...members } = authorizer;
  return {
    ...members,
    providerARNs: Object.fromEntries(providerARNs.map((provider) => [provider, provider])),
  };
}

const words: Record<string, string> = {
  authType: 'auth type',
  authorizerUri: 'function',
  authorizerCredentials: 'role',
  identitySource: 'identity source',
  identityValidationExpression: 'token validation',
  authorizerResultTtlInSeconds: 'time to live in seconds',
};

/** A member in words: [`identitySource`] -> `identity source`. */
export function authorizerLabel([member = '', ...rest]: string[]): string {
  return member === 'providerARNs' ? `provider ${rest.join('.')}` : (words[member] ?? member);
}

/** A policy in lines of its own, so that its layout does not count and a change is shown behind its sentence. */
export function comparablePolicy({ policy }: RestApiDefinition): string | undefined {
  if (policy === undefined) return undefined;
  try {
    return JSON.stringify(JSON.parse(policy), null, 2);
  } catch {
    return policy;
  }
}
