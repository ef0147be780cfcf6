import type { JWTPayload } from 'jose';
import type { ApiAuthorizerDocument } from '../../snapshot/apiTypes';
import type { HttpAuthorization } from '../HttpAuthorized';
import { compileHttpIdentitySources } from './identitySources';
import { insufficientScope, invalidToken, tokenMissing } from './jwtRefused';
import { TokenInvalid, verifyToken } from './verifyToken';

/**
 * JWT: tokens of one issuer, a user pool of this installation or any other that OpenID Connect discovery finds.
 * @throws Error naming what is wrong with the document
 */
export function compileJwtAuthorizer(
  { identitySource = ['$request.header.Authorization'], jwtConfiguration }: ApiAuthorizerDocument,
  scopes: readonly string[],
): HttpAuthorization {
  const { issuer, audience = [] } = jwtConfiguration ?? {};
  if (!issuer) throw new Error('jwtConfiguration.issuer is missing');
  if (identitySource.length !== 1) throw new Error('a JWT authorizer has one identity source');
  const sources = compileHttpIdentitySources(identitySource);
  // Without any nobody is let in: what says nothing of its callers is not open to all of them.
  const audiences = new Set(audience);
  return async (exchange) => {
    const { trace } = exchange.call;
    const token = tokenOf(sources(exchange));
    if (!token) throw tokenMissing();
    trace?.add('authorize', `The token came in ${identitySource[0]}`);
    const claims = await verifyToken(exchange, token, issuer).catch((error: unknown) => {
      if (!(error instanceof TokenInvalid)) throw error;
      throw invalidToken(scopes, error.message, `${error.message}: ${String(error.cause ?? '')}`);
    });
    if (!hasAudience(claims, audiences))
      throw invalidToken(scopes, 'the token does not have a valid audience');
    trace?.add('authorize', 'The audience is one of the authorizer’s');
    if (scopes.length > 0 && !hasScope(claims, scopes)) throw insufficientScope(scopes);
    if (scopes.length > 0) trace?.add('authorize', `The token has a scope of the route: ${scopes.join(' ')}`);
    return { kind: 'jwt', claims: textsOf(claims), scopes: scopes.length > 0 ? scopes : null };
  };
}

/** With or without the scheme before it; '' and undefined: there is none. */
export const tokenOf = (identity: readonly string[] | undefined): string | undefined =>
  identity?.[0]?.replace(/^Bearer\s+/i, '');

/** client_id counts only where there is no aud (reference section 9). */
function hasAudience({ aud, client_id: clientId }: JWTPayload, audiences: ReadonlySet<string>): boolean {
  const named = aud === undefined ? clientId : aud;
  return [named].flat().some((one) => typeof one === 'string' && audiences.has(one));
}

/** A text with blanks between scopes, or a list. */
function hasScope({ scope, scp }: JWTPayload, wanted: readonly string[]): boolean {
  const granted = new Set(
    [scope, scp].flat().flatMap((one) => (typeof one === 'string' ? one.split(' ') : [])),
  );
  return wanted.some((one) => granted.has(one));
}

/** All values as texts, lists as `[a b]` (reference section 4, from memory). */
function textsOf(claims: JWTPayload): Readonly<Record<string, string>> {
  const texts = Object.create(null) as Record<string, string>;
  for (const [name, value] of Object.entries(claims)) texts[name] = textOf(value);
  return Object.freeze(texts);
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(textOf).join(' ')}]`;
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}
