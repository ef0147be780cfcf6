import { randomBytes } from '../pipeline/ids';
import type { ConnectionDirectory } from '../ports';
import { CONNECTION_ID_BYTES, connectionIdOf } from './connectionId';

/** Of an engine without others: what it does not hold is nowhere. */
export const loneDirectory: ConnectionDirectory = {
  newConnectionId: () => connectionIdOf(randomBytes(CONNECTION_ID_BYTES)),
  serve: () => undefined,
  ask: async () => ({ outcome: 'gone' }),
};
