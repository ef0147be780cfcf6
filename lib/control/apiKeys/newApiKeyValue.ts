const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** 40 letters and digits as AWS generates them: 238 random bits, without modulo bias. */
export function newApiKeyValue(): string {
  let value = '';
  while (value.length < 40) {
    for (const byte of crypto.getRandomValues(new Uint8Array(64))) {
      if (byte < 248 && value.length < 40) value += alphabet.charAt(byte % 62);
    }
  }
  return value;
}
