import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/**
 * OWASP's equal choices for scrypt (Password Storage Cheat Sheet): 32 MiB for each try. Raising a number here
 * makes the older hashes stale: they are written anew at their owner's next sign-in.
 */
const current = { logN: 15, r: 8, p: 3 };
const keyLength = 32;

type Cost = typeof current;

function derive(password: string, salt: Buffer, cost: Cost): Promise<Buffer> {
  const N = 2 ** cost.logN;
  const options = { N, r: cost.r, p: cost.p, maxmem: 256 * N * cost.r };
  return new Promise((resolve, reject) =>
    // NFKC: the same password typed on another keyboard or system gives the same bytes (RFC 8265, 4.2).
    scrypt(password.normalize('NFKC'), salt, keyLength, options, (error, key) =>
      error ? reject(error) : resolve(key),
    ),
  );
}

/** @returns `scrypt$15$8$3$salt$key`: parameters and both byte strings (base64url) in one text */
export async function hashPassword(password: string, cost: Cost = current): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, cost);
  return ['scrypt', cost.logN, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join(
    '$',
  );
}

/**
 * Compares in constant time. `stale`: right, but made with other parameters than today's.
 * @throws when `hash` is not of hashPassword's form
 */
export async function verifyPassword(
  password: string,
  hash: string,
): Promise<{ right: boolean; stale: boolean }> {
  const [, logN, r, p, salt, key] =
    /^scrypt\$(\d{1,2})\$(\d{1,2})\$(\d{1,2})\$([\w-]+)\$([\w-]+)$/.exec(hash) ?? [];
  if (!salt || !key) throw new Error('A stored password hash is not of the form scrypt$logN$r$p$salt$key');
  const cost = { logN: Number(logN), r: Number(r), p: Number(p) };
  const expected = Buffer.from(key, 'base64url');
  const actual = await derive(password, Buffer.from(salt, 'base64url'), cost);
  const right = actual.length === expected.length && timingSafeEqual(actual, expected);
  return {
    right,
    stale: right && (['logN', 'r', 'p'] as const).some((name) => cost[name] !== current[name]),
  };
}

let decoy: Promise<string> | undefined;

/** Spends the time of a real comparison, for accounts that do not exist or have no password. Always wrong. */
export async function verifyNothing(password: string): Promise<{ right: false; stale: false }> {
  decoy ??= hashPassword(randomBytes(32).toString('base64url'));
  await verifyPassword(password, await decoy);
  return { right: false, stale: false };
}
