import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { newId } from '@/lib/model/ids';
import type { Secrets } from '../ports';

/** Of a pool's keys, newest first: the first signs, all others verify until their tokens have ended. */
export interface SigningKey {
  /** with its private members, `kid`, `alg` and `use` */
  jwk: JWK & { kid: string };
  /** minutes: the longest that any token which it signed is valid */
  longestValidity: number;
  /** ms since the epoch; absent: it signs */
  endsAt?: number;
}

/** Takes some 100 ms: never inside a transaction, for the embedded database has one connection. */
export async function generateSigningKey(validity: TokenValidity): Promise<SigningKey> {
  const { privateKey } = await generateKeyPair('RS256', { modulusLength: 2048, extractable: true });
  const kid = `${newId(10)}${newId(10)}`;
  const jwk = { ...(await exportJWK(privateKey)), kid, alg: 'RS256', use: 'sig' };
  return { jwk, longestValidity: longest(validity) };
}

export interface TokenValidity {
  /** minutes */
  accessTokenValidity: number;
  idTokenValidity: number;
}
const longest = (validity: TokenValidity) => Math.max(validity.accessTokenValidity, validity.idTokenValidity);

export const sealKeys = (secrets: Secrets, keys: SigningKey[]) => secrets.encrypt(JSON.stringify(keys));
export const openKeys = (secrets: Secrets, sealed: string) =>
  JSON.parse(secrets.decrypt(sealed)) as SigningKey[];

/** Once tokens live longer than before, the key that signs them must. */
export function withValidity(keys: SigningKey[], validity: TokenValidity): SigningKey[] {
  return keys.map((key, index) =>
    index === 0 ? { ...key, longestValidity: Math.max(key.longestValidity, longest(validity)) } : key,
  );
}

/** @param fresh may be among the keys already */
export function rotated(keys: SigningKey[], fresh: SigningKey, now: number): SigningKey[] {
  const retired = keys
    .filter(({ jwk }) => jwk.kid !== fresh.jwk.kid)
    .map((key) => ({ ...key, endsAt: key.endsAt ?? now + key.longestValidity * 60_000 }));
  return [fresh, ...live(retired, now)];
}

export const live = (keys: SigningKey[], now: number) =>
  keys.filter(({ endsAt }) => endsAt === undefined || endsAt > now);

/** RFC 7517, without any private member: the members are named, so that no further one slips through. */
export function publicJwks(keys: SigningKey[]): { keys: Record<string, unknown>[] } {
  return { keys: keys.map(({ jwk: { kty, n, e, kid, alg, use } }) => ({ kty, n, e, kid, alg, use })) };
}
