import { z } from 'zod';

/** AWS's identifier forms (reference: lengths seen on the service; alphabet `[a-z0-9]`). */
export const restApiId = z.string().regex(/^[a-z0-9]{10}$/, 'not a REST API id (10 characters a-z, 0-9)');
export const shortId = z.string().regex(/^[a-z0-9]{6,10}$/, 'not an id (6 to 10 characters a-z, 0-9)');

const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** Random id of `length` characters of AWS's alphabet, without modulo bias. */
export function newId(length: 6 | 10): string {
  let id = '';
  while (id.length < length) {
    for (const byte of crypto.getRandomValues(new Uint8Array(length * 2))) {
      if (byte < 252 && id.length < length) id += alphabet.charAt(byte % 36);
    }
  }
  return id;
}
