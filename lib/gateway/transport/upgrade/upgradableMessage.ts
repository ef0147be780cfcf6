import { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Requests of a server that takes some upgrades and reads all others as the plain requests that they also are. Node
 * asks a message whether it is an upgrade before it makes a response for it, and once somebody listens for `upgrade`
 * it would hand over every one (later versions have `shouldUpgradeCallback`). So the message itself answers: bytes
 * are parsed once, by one parser, whatever the answer is.
 */
export function upgradableMessage(isTaken: (message: IncomingMessage) => boolean): typeof IncomingMessage {
  return class UpgradableMessage extends IncomingMessage {
    private asked = false;
    private taken: boolean | undefined = undefined;

    // Only for the compiler: the parser makes these.
    // biome-ignore lint/complexity/noUselessConstructor: the type of its parameter is told by it
    constructor(socket: Socket) {
      super(socket);
    }

    /** What Node's parser says of the head, then of who listens. */
    set upgrade(asked: boolean | null) {
      this.asked = asked === true;
    }

    get upgrade(): boolean {
      if (!this.asked) return false;
      this.taken ??= this.method === 'CONNECT' || isTaken(this);
      return this.taken;
    }
  };
}
