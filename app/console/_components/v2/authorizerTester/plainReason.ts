import type { Authorizer } from '@/lib/model/v2/authorizer';
import type { AuthorizerTrial } from '@/lib/model/v2/authorizerTrial';

interface Asked {
  authorizer: Pick<Authorizer, 'authorizerType' | 'identitySource' | 'jwtConfiguration'>;
  /** of the route that was named */
  scopes: readonly string[];
}

/** Why a call is refused, in a sentence that says what was wanted and what there was. */
export function plainReason({ reason = '', token }: AuthorizerTrial, asked: Asked): string {
  const { authorizer, scopes } = asked;
  const claims = token?.claims ?? {};
  const { issuer = '', audience = [] } = authorizer.jwtConfiguration ?? {};
  const sources = (authorizer.identitySource ?? []).join(', ');
  if (reason === 'No token was sent') return `No token was sent in ${sources}.`;
  if (reason.startsWith('An identity source is missing'))
    return `The call lacks one of ${sources}, so the function was not asked.`;
  if (reason.includes('has expired')) return `The token expired at ${when(claims.exp)}.`;
  if (reason.includes('is not valid yet')) return `The token is not good before ${when(claims.nbf)}.`;
  if (reason.includes('issued in the future'))
    return `The token was issued at ${when(claims.iat)}, in the future.`;
  if (reason.includes('valid issuer'))
    return `The token’s iss is ${said(claims.iss)}; the authorizer takes ${issuer}.`;
  if (reason.includes('valid audience'))
    return `The token’s ${audienceOf(claims)}; the authorizer takes ${audience.join(', ')}.`;
  if (reason.includes('required scopes'))
    return `The route asks for one of ${scopes.join(', ')}; the token has ${scopesOf(claims)}.`;
  if (reason.includes('unknown key')) return `The issuer has no key ${said(token?.header.kid)}.`;
  if (reason.includes('communication error'))
    return `The keys of ${issuer} cannot be had: ${afterColon(reason)}`;
  if (reason.includes('Invalid permissions on Lambda function'))
    return 'The function was not asked: this API may not invoke it.';
  return `${reason.charAt(0).toUpperCase()}${reason.slice(1)}`;
}

const when = (seconds: unknown): string =>
  typeof seconds === 'number' && Number.isFinite(seconds) && Math.abs(seconds) < 8.64e12
    ? `${new Date(seconds * 1_000).toISOString().slice(0, 19).replace('T', ' ')} UTC`
    : 'a time that is none';

const said = (value: unknown): string => (value === undefined ? 'missing' : JSON.stringify(value));

/** client_id counts only where there is no aud. */
const audienceOf = ({ aud, client_id: clientId }: Record<string, unknown>): string =>
  aud === undefined && clientId !== undefined ? `client_id is ${said(clientId)}` : `aud is ${said(aud)}`;

export function scopesOf({ scope, scp }: Record<string, unknown>): string {
  const all = [scope, scp].flat().filter((one): one is string => typeof one === 'string' && one !== '');
  return all.length === 0 ? 'none' : all.join(' ');
}

/** The cause, without the name of its class. */
const afterColon = (reason: string): string =>
  reason.slice(reason.indexOf(': ') + 2).replace(/^[A-Z]\w*: /, '');
