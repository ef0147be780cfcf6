import type { WebSocket } from 'ws';

/** What ws keeps of a message that has not ended, by names of its own: a test holds that they are still these. */
interface Receiving {
  _receiver?: { _fragments: Buffer[]; _buffers: Buffer[] };
}

/** Parts that are kept apart; each costs some 200 bytes beside its own. */
const MOST_PARTS = 256;

/**
 * Joins what came so far of a message, once it is in many parts. ws keeps every fragment, and every piece of a frame,
 * until the message ends: 128 KB that come byte by byte would take 30 MB, or be refused by its bounds on parts, and
 * they are a message like any other.
 */
export function gatherParts(webSocket: WebSocket): void {
  const { _receiver: receiver } = webSocket as unknown as Receiving;
  if (!receiver) return;
  if (receiver._fragments.length > MOST_PARTS) receiver._fragments = [Buffer.concat(receiver._fragments)];
  if (receiver._buffers.length > MOST_PARTS) receiver._buffers = [Buffer.concat(receiver._buffers)];
}
