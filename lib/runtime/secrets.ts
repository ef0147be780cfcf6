import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { createSessionTokens } from '@gatehouse/gateway/identity';
import type { Secrets } from '@/lib/control/ports';

const IV_LENGTH = 12;
const TAG_LENGTH = 16;

/** A key of its own for each purpose (RFC 5869), so that one that leaks tells nothing of the others. */
export const deriveKey = (master: Buffer, purpose: string) =>
  Buffer.from(hkdfSync('sha256', master, 'gatehouse', purpose, 32));

/** Keyed hash under which API keys and tokens are looked up. Workers and control must agree on it. */
export function lookupHash(master: Buffer): (value: string) => string {
  const key = deriveKey(master, 'lookup');
  return (value) => createHmac('sha256', key).update(value).digest('base64url');
}

/** AES-256-GCM; sealed text is `v1.` and base64url of nonce, tag and ciphertext. */
export function createSecrets(master: Buffer): Secrets {
  const key = deriveKey(master, 'encryption');
  return {
    hash: lookupHash(master),
    sessionTokens: createSessionTokens(deriveKey(master, 'session tokens')),
    encrypt(plain) {
      const nonce = randomBytes(IV_LENGTH);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return `v1.${Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')}`;
    },
    decrypt(sealed) {
      const bytes = Buffer.from(sealed.replace(/^v1\./, ''), 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_LENGTH));
      decipher.setAuthTag(bytes.subarray(IV_LENGTH, IV_LENGTH + TAG_LENGTH));
      const plain = [decipher.update(bytes.subarray(IV_LENGTH + TAG_LENGTH)), decipher.final()];
      return Buffer.concat(plain).toString('utf8');
    },
  };
}
