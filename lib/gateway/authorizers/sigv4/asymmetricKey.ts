import { createECDH, createHmac, createPublicKey, type KeyObject } from 'node:crypto';

/** Order of the curve P-256 (FIPS 186-5). */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const LABEL = 'AWS4-ECDSA-P256-SHA256';

interface Secret {
  accessKeyId: string;
  secretAccessKey: string;
}

/** Derived once for as long as a publication holds its access keys. */
const derived = new WeakMap<Secret, KeyObject>();

/**
 * The key that a secret's Signature Version 4A verifies with, of P-256. It is derived as NIST SP 800-108 says, in
 * counter mode with HMAC-SHA256 (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html).
 */
export function asymmetricKey(key: Secret): KeyObject {
  const known = derived.get(key);
  if (known) return known;
  const pair = createECDH('prime256v1');
  pair.setPrivateKey(privateKey(key), 'hex');
  const point = pair.getPublicKey();
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => part.toString('base64url'));
  const jwk = { kty: 'EC', crv: 'P-256', ...(x && { x }), ...(y && { y }) };
  const made = createPublicKey({ key: jwk, format: 'jwk' });
  derived.set(key, made);
  return made;
}

/** @returns hex */
function privateKey({ accessKeyId, secretAccessKey }: Secret): string {
  for (let counter = 1; counter < 255; counter += 1) {
    const ends = [Buffer.from([counter]), Buffer.from([0, 0, 1, 0])];
    const input = [Buffer.from([0, 0, 0, 1]), Buffer.from(`${LABEL}\0${accessKeyId}`), ...ends];
    const hmac = createHmac('sha256', `AWS4A${secretAccessKey}`).update(Buffer.concat(input));
    const candidate = BigInt(`0x${hmac.digest('hex')}`);
    if (candidate <= ORDER - 2n) return (candidate + 1n).toString(16).padStart(64, '0');
  }
  throw new Error('No key can be derived of this secret');
}
