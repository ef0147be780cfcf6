import { createHmac } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';

/** Somebody of the pool that a portal asks its readers to sign in to. */
export interface Reader {
  /** `sub` in the pool */
  userId: string;
  username: string;
  /** s since the epoch: the end of the id token that let them in */
  expiresAt: number;
}

/** Whose readers these are; a portal that changes its pool or app client knows those of before no more. */
export interface ReadersOf {
  portalId: string;
  userPoolArn: string;
  appClientId: string;
}

/** What a browser keeps between leaving for the pool and coming back. */
export interface SignInAttempt {
  state: string;
  nonce: string;
  /** of PKCE (RFC 7636) */
  verifier: string;
  redirectUri: string;
  /** where to go on afterwards */
  next: string;
}

/** s: the pool gives a quarter of an hour to fill its form in. */
export const attemptSeconds = 15 * 60;

/** @param secret of the installation; what is signed here is of use nowhere else, nor what is signed elsewhere here */
export function sealReader(secret: string, of: ReadersOf, reader: Reader): Promise<string> {
  return new SignJWT({ username: reader.username })
    .setProtectedHeader({ alg: 'HS256' })
    .setAudience(audience('reader', of))
    .setSubject(reader.userId)
    .setExpirationTime(reader.expiresAt)
    .sign(key(secret));
}

/** @returns undefined for one that has ended, is another portal's, or was not signed here */
export async function openReader(
  secret: string,
  of: ReadersOf,
  sealed: string | undefined,
): Promise<Reader | undefined> {
  const claims = await open(secret, audience('reader', of), sealed);
  if (!claims?.sub || typeof claims.exp !== 'number' || typeof claims.username !== 'string') return undefined;
  return { userId: claims.sub, username: claims.username, expiresAt: claims.exp };
}

export function sealAttempt(secret: string, of: ReadersOf, attempt: SignInAttempt): Promise<string> {
  return new SignJWT({ attempt })
    .setProtectedHeader({ alg: 'HS256' })
    .setAudience(audience('attempt', of))
    .setExpirationTime(`${attemptSeconds}s`)
    .sign(key(secret));
}

export async function openAttempt(
  secret: string,
  of: ReadersOf,
  sealed: string | undefined,
): Promise<SignInAttempt | undefined> {
  const claims = await open(secret, audience('attempt', of), sealed);
  return claims?.attempt as SignInAttempt | undefined;
}

async function open(secret: string, expected: string, sealed: string | undefined) {
  if (!sealed) return undefined;
  try {
    const options = { algorithms: ['HS256'], audience: expected, requiredClaims: ['exp'] };
    return (await jwtVerify(sealed, key(secret), options)).payload;
  } catch {
    return undefined;
  }
}

const audience = (kind: 'reader' | 'attempt', { portalId, userPoolArn, appClientId }: ReadersOf) =>
  JSON.stringify([kind, portalId, userPoolArn, appClientId]);

/** A key of its own: a session of the console is signed with another. */
const key = (secret: string) => createHmac('sha256', secret).update('readers of portals').digest();
