import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** scrypt's parameters; memory for each try is 128 * r * 2^logN bytes. */
export interface ScryptCost {
  logN: number;
  r: number;
  p: number;
}

/**
 * One of OWASP's equal choices (Password Storage Cheat Sheet): 32 MiB for each try. Raising a number here makes
 * the older hashes stale: they are written anew at their owner's next sign-in.
 */
const current: ScryptCost = { logN: 15, r: 8, p: 3 };
const keyLength = 32;

export interface Verdict {
  right: boolean;
  /** right, but hashed with other parameters than today's */
  stale: boolean;
}
export interface Passwords {
  /** @returns `scrypt$15$8$3$salt$key`: parameters and both byte strings (base64url) in one text */
  hash(password: string): Promise<string>;
  /** Compares in constant time. @throws when `hash` is not of hash()'s form */
  verify(password: string, hash: string): Promise<Verdict>;
  /** Spends the time of a real comparison, for accounts that do not exist or have no password. Always wrong. */
  verifyNothing(password: string): Promise<Verdict>;
}

export function createPasswords(cost: ScryptCost = current): Passwords {
  let decoy: Promise<string> | undefined;
  const hash = async (password: string) => {
    const salt = randomBytes(16);
    return written(cost, salt, await derive(password, salt, cost));
  };
  const verify = async (password: string, stored: string) => {
    const { salt, key, ...used } = readHash(stored);
    const derived = await derive(password, salt, used);
    const right = derived.length === key.length && timingSafeEqual(derived, key);
    return { right, stale: right && !stored.startsWith(prefix(cost)) };
  };
  const verifyNothing = async (password: string) => {
    decoy ??= hash(randomBytes(32).toString('base64url'));
    await verify(password, await decoy);
    return { right: false, stale: false };
  };
  return { hash, verify, verifyNothing };
}

function derive(password: string, salt: Buffer, cost: ScryptCost): Promise<Buffer> {
  const N = 2 ** cost.logN;
  const options = { N, r: cost.r, p: cost.p, maxmem: 256 * N * cost.r };
  return new Promise((resolve, reject) =>
    // NFKC: the same password typed on another keyboard or system gives the same bytes (RFC 8265, 4.2).
    scrypt(password.normalize('NFKC'), salt, keyLength, options, (error, key) =>
      error ? reject(error) : resolve(key),
    ),
  );
}

const prefix = ({ logN, r, p }: ScryptCost) => `scrypt$${logN}$${r}$${p}$`;

function written(cost: ScryptCost, salt: Buffer, key: Buffer): string {
  return `${prefix(cost)}${salt.toString('base64url')}$${key.toString('base64url')}`;
}

function readHash(stored: string): ScryptCost & { salt: Buffer; key: Buffer } {
  const form = /^scrypt\$(\d{1,2})\$(\d{1,2})\$(\d{1,2})\$([\w-]+)\$([\w-]+)$/;
  const [, logN, r, p, salt, key] = form.exec(stored) ?? [];
  if (!salt || !key) throw new Error('A stored password hash is not of the form scrypt$logN$r$p$salt$key');
  const bytes = { salt: Buffer.from(salt, 'base64url'), key: Buffer.from(key, 'base64url') };
  return { logN: Number(logN), r: Number(r), p: Number(p), ...bytes };
}
