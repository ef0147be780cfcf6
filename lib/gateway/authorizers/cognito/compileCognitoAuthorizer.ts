import { decodeJwt, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { GatewayError } from '../../GatewayError';
import { compileJavaPattern } from '../../integrations/javaPattern';
import type { AuthorizerDocument } from '../../snapshot/types';
import type { Authorization, AuthorizationCall } from '../Authorized';
import { requirePolicyAllow } from '../authorizeByPolicy';
import { compileIdentitySources } from '../lambda/compileIdentitySources';

/** What a token may be signed with: keys that have a public half. So a public key never serves as an HMAC's secret. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];
/** Seconds that an issuer's clock may be ahead of this one; a token's end is its end. */
const CLOCK_SKEW = 30;
/** Larger than any honest token. */
const LONGEST_TOKEN = 16_384;

/**
 * COGNITO_USER_POOLS: user pools of this installation, and any OpenID Connect issuer by its https URL
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-integrate-with-cognito.html). Without
 * scopes on the method the token must be an id token, with scopes an access token that has one of them.
 * @throws Error naming what is wrong with the document
 */
export function compileCognitoAuthorizer(
  document: AuthorizerDocument,
  scopes: readonly string[],
): Authorization {
  const sources = compileIdentitySources(document.identitySource ?? '');
  const { identityValidationExpression } = document;
  const audience = identityValidationExpression
    ? compileJavaPattern(identityValidationExpression)
    : undefined;
  return async (asked) => {
    const token = bearerOf(sources(asked.exchange)?.[0]);
    asked.call.trace?.hide(token);
    const claims = await verify(asked, token, document.providerARNs);
    const aud = [claims.aud ?? claims.client_id].flat().map(String);
    if (audience && !aud.some((one) => audience.test(one)))
      throw unauthorized(`Audience ${aud.join()} is refused`);
    checkUse(claims, scopes);
    requirePolicyAllow(asked);
    asked.call.trace?.add('authorize', `The token is ${String(claims.sub)}'s`);
    return { claims: textsOf(claims) };
  };
}

function bearerOf(value: string | undefined): string {
  const token = value?.replace(/^Bearer\s+/i, '');
  if (!token) throw unauthorized('No token was sent');
  if (token.length > LONGEST_TOKEN) throw unauthorized('The token is too long');
  return token;
}

async function verify(
  asked: AuthorizationCall,
  token: string,
  providers: readonly string[],
): Promise<JWTPayload> {
  const issuer = issuerOf(token);
  try {
    const keys = await keysFor(asked, issuer, providers);
    const { payload } = await verified(asked, token, issuer, keys);
    checkTimes(payload, asked.call.ports.clock.now() / 1000);
    return payload;
  } catch (error) {
    if (error instanceof GatewayError) throw error;
    if (error instanceof errors.JWTExpired)
      throw new GatewayError('UNAUTHORIZED', 'The token has expired', 'The incoming token has expired');
    throw unauthorized(`The token is refused: ${error instanceof Error ? error.message : String(error)}`);
  }
}

interface Keys {
  get: JWTVerifyGetKey;
  /** for a key id that is not there; undefined: there are no others */
  fresh: (() => Promise<JWTVerifyGetKey>) | undefined;
}

/** Only the issuers that the authorizer names: what a token says of itself chooses among those, no more. */
async function keysFor(
  { call }: AuthorizationCall,
  issuer: string,
  providers: readonly string[],
): Promise<Keys> {
  for (const provider of providers) {
    const pool = call.serving.userPools.get(provider);
    if (pool?.issuer === issuer) return { get: pool.keys, fresh: undefined };
    if (provider !== issuer || !/^https?:\/\//.test(provider)) continue;
    const { issuers } = call.ports;
    return { get: await issuers.keysOf(issuer), fresh: () => issuers.freshKeysOf(issuer) };
  }
  throw unauthorized(`${issuer} is no issuer of this authorizer`);
}

async function verified({ call }: AuthorizationCall, token: string, issuer: string, { get, fresh }: Keys) {
  const options = {
    issuer,
    algorithms: ALGORITHMS,
    currentDate: new Date(call.ports.clock.now()),
    clockTolerance: CLOCK_SKEW,
    requiredClaims: ['exp'],
  };
  try {
    return await jwtVerify(token, get, options);
  } catch (error) {
    if (!(error instanceof errors.JWKSNoMatchingKey) || !fresh) throw error;
    return jwtVerify(token, await fresh(), options);
  }
}

/** @param now seconds since the epoch */
function checkTimes(payload: JWTPayload, now: number): void {
  const { exp = 0, iat = 0 } = payload;
  if (!Number.isFinite(exp)) throw new Error('"exp" is no time');
  if (exp <= now) throw new errors.JWTExpired('"exp" has passed', payload, 'exp');
  if (iat > now + CLOCK_SKEW) throw new Error('it was issued in the future');
}

function issuerOf(token: string): string {
  try {
    const { iss } = decodeJwt(token);
    if (typeof iss === 'string') return iss;
  } catch {
    // Said below: what cannot be read names no issuer.
  }
  throw unauthorized('The token names no issuer');
}

/** Cognito says in `token_use` what a token is for; issuers that do not say are held to the scope alone. */
function checkUse({ token_use: use, scope }: JWTPayload, scopes: readonly string[]): void {
  if (scopes.length === 0) {
    if (use !== undefined && use !== 'id') throw unauthorized('An id token is asked for');
    return;
  }
  if (use !== undefined && use !== 'access') throw unauthorized('An access token is asked for');
  const granted = typeof scope === 'string' ? scope.split(' ') : [];
  if (!scopes.some((wanted) => granted.includes(wanted)))
    throw unauthorized(`The token has none of the scopes ${scopes.join(', ')}`);
}

/** As `$context.authorizer.claims` shows them: lists joined by commas, objects as JSON. */
function textsOf(claims: JWTPayload): Readonly<Record<string, string>> {
  const texts = Object.create(null) as Record<string, string>;
  for (const [name, value] of Object.entries(claims)) texts[name] = textOf(value);
  return Object.freeze(texts);
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join(',');
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}

function unauthorized(reason: string): GatewayError {
  return new GatewayError('UNAUTHORIZED', reason);
}
