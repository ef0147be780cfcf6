const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** Random id of AWS's forms: `length` characters (lengths seen on the service) of its alphabet, without modulo bias. */
export function newId(length: 6 | 7 | 10): string {
  let id = '';
  while (id.length < length) {
    for (const byte of crypto.getRandomValues(new Uint8Array(length * 2))) {
      if (byte < 252 && id.length < length) id += alphabet.charAt(byte % 36);
    }
  }
  return id;
}
