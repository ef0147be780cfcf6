import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Temporary credentials, as their session token says them. Times in ms since the epoch. */
export interface Session {
  accessKeyId: string;
  secretAccessKey: string;
  issuedAt: number;
  expiration: number;
  /** Ids tell who was made again under an old name. */
  subject: { userName: string; userId: string } | { roleId: string; roleSessionName: string };
}

/**
 * Sessions are written nowhere: their token holds all of it, sealed, so that every process with the key knows them
 * without the database. What their user or role may is asked at each call.
 */
export interface SessionTokens {
  seal(session: Session): string;
  /** Undefined for what is no token of this installation. One that has ended opens too: its expiration says so. */
  open(token: string): Session | undefined;
}

const VERSION = 1;
const NONCE_END = 1 + 12;
const HEAD_END = NONCE_END + 16;

/**
 * AES-256-GCM; a token is base64 of version, nonce, tag and ciphertext.
 * @param key 32 bytes that nothing else is sealed with: what opens is a session
 */
export function createSessionTokens(key: Buffer): SessionTokens {
  return {
    seal(session) {
      const nonce = randomBytes(NONCE_END - 1);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const sealed = Buffer.concat([cipher.update(JSON.stringify(session), 'utf8'), cipher.final()]);
      return Buffer.concat([Buffer.from([VERSION]), nonce, cipher.getAuthTag(), sealed]).toString('base64');
    },
    open(token) {
      const bytes = Buffer.from(token, 'base64');
      if (bytes[0] !== VERSION || bytes.length <= HEAD_END) return undefined;
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(1, NONCE_END));
      decipher.setAuthTag(bytes.subarray(NONCE_END, HEAD_END));
      try {
        const plain = [decipher.update(bytes.subarray(HEAD_END)), decipher.final()];
        return JSON.parse(Buffer.concat(plain).toString('utf8')) as Session;
      } catch {
        return undefined;
      }
    },
  };
}
