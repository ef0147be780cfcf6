import { randomBytes } from '../pipeline/ids';
import type { ConnectionDirectory } from '../ports';

/** Of an engine without others: what it does not hold is nowhere. */
export const loneDirectory: ConnectionDirectory = {
  newConnectionId: () => connectionIdOf(randomBytes(11)),
  serve: () => undefined,
  ask: async () => ({ outcome: 'gone' }),
};

/** As AWS writes them, e.g. `L0SM9cOFvHcCIhw=`; no slash, for they stand in paths. @param bytes 11 */
export function connectionIdOf(bytes: Buffer): string {
  return `${bytes.toString('base64url')}=`;
}

/** Whether a text could be the id of a connection. */
export function isConnectionId(text: string): boolean {
  return /^[A-Za-z0-9_-]{15}=$/.test(text);
}
