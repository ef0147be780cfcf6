/** Bytes of a connection's id. */
export const CONNECTION_ID_BYTES = 11;

/** As AWS writes them, e.g. `L0SM9cOFvHcCIhw=`; no slash, for they stand in paths. @param bytes 11 */
export function connectionIdOf(bytes: Buffer): string {
  return `${bytes.toString('base64url')}=`;
}

/** The bytes of an id; undefined for a text that is none. */
export function connectionIdBytes(text: string): Buffer | undefined {
  return /^[A-Za-z0-9_-]{15}=$/.test(text) ? Buffer.from(text, 'base64url') : undefined;
}
