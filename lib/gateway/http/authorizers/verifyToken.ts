import {
  decodeJwt,
  decodeProtectedHeader,
  errors,
  type JWTPayload,
  type JWTVerifyGetKey,
  jwtVerify,
} from 'jose';
import type { HttpExchange } from '../HttpExchange';
import { poolByIssuer } from './poolByIssuer';

/** RSA alone (reference section 9): a public key never serves as an HMAC's secret. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512'];
/** Seconds that an issuer's clock may be ahead of this one; a token's end is its end. */
const CLOCK_SKEW = 30;
/** Larger than any honest token. */
const LONGEST_TOKEN = 16_384;

/** What is wrong with a token, as its holder is told; `cause` says more to the log. */
export class TokenInvalid extends Error {}

/**
 * The claims of a token that its issuer signed and that is good now
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html).
 * @throws TokenInvalid
 */
export async function verifyToken(
  exchange: HttpExchange,
  token: string,
  issuer: string,
): Promise<JWTPayload> {
  const named = checkForm(token, issuer);
  const { trace } = exchange.call;
  trace?.add('authorize', `The token names issuer ${issuer} and the signing key ${named}`);
  const { keys, fresh } = await keysFor(exchange, issuer);
  const { clock } = exchange.call.ports;
  const options = { issuer, algorithms: ALGORITHMS, currentDate: new Date(clock.now()) };
  const checked = { ...options, clockTolerance: CLOCK_SKEW, requiredClaims: ['exp'] };
  try {
    const { payload } = await jwtVerify(token, keys, checked).catch(async (error: unknown) => {
      if (!(error instanceof errors.JWKSNoMatchingKey) || !fresh) throw error;
      return jwtVerify(token, await fresh(), checked);
    });
    checkTimes(payload, clock.now() / 1000);
    trace?.add('authorize', 'The signature is the issuer’s, and the token is good now');
    return payload;
  } catch (error) {
    throw error instanceof TokenInvalid ? error : new TokenInvalid(descriptionOf(error), { cause: error });
  }
}

/** What needs no key is checked before one is asked for. @returns the key id, as JSON text */
function checkForm(token: string, issuer: string): string {
  if (token.length > LONGEST_TOKEN) throw new TokenInvalid('the token is too long');
  let head: ReturnType<typeof decodeProtectedHeader>;
  let claims: JWTPayload;
  try {
    head = decodeProtectedHeader(token);
    claims = decodeJwt(token);
  } catch (cause) {
    throw new TokenInvalid('the token is malformed', { cause });
  }
  if (!ALGORITHMS.includes(head.alg ?? ''))
    throw new TokenInvalid('the token does not have a supported signing algorithm');
  if (typeof head.kid !== 'string') throw new TokenInvalid('the token does not name its signing key');
  if (claims.iss !== issuer) throw new TokenInvalid('the token does not have a valid issuer');
  return JSON.stringify(head.kid);
}

interface Keys {
  keys: JWTVerifyGetKey;
  /** for a key id that is not there; undefined: there are no others */
  fresh: (() => Promise<JWTVerifyGetKey>) | undefined;
}

/** Only the authorizer's own issuer: nothing that a token says leads to keys. */
async function keysFor({ call }: HttpExchange, issuer: string): Promise<Keys> {
  const pool = poolByIssuer(call.serving.userPools, issuer);
  call.trace?.add(
    'authorize',
    pool ? 'The issuer is a user pool of this installation' : 'The keys of the issuer are found by discovery',
  );
  if (pool) return { keys: pool.keys, fresh: undefined };
  const { issuers } = call.ports;
  try {
    return { keys: await issuers.keysOf(issuer), fresh: () => issuers.freshKeysOf(issuer) };
  } catch (cause) {
    throw new TokenInvalid('OIDC discovery endpoint communication error', { cause });
  }
}

/** @param now seconds since the epoch */
function checkTimes({ exp = 0, iat }: JWTPayload, now: number): void {
  if (!Number.isFinite(exp) || exp <= now) throw new TokenInvalid('the token has expired');
  if (iat !== undefined && iat > now + CLOCK_SKEW)
    throw new TokenInvalid('the token was issued in the future');
}

function descriptionOf(error: unknown): string {
  if (error instanceof errors.JWTExpired) return 'the token has expired';
  if (error instanceof errors.JWTClaimValidationFailed)
    return error.claim === 'nbf' ? 'the token is not valid yet' : 'the token does not have valid claims';
  if (error instanceof errors.JWKSNoMatchingKey) return 'the token is signed by an unknown key';
  return 'the token does not have a valid signature';
}
