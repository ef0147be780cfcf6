import type { buildConnector } from 'undici';
import { egressConnector } from '../egress/egressConnector';
import type { EgressGuard } from '../egressGuard';
import { BackendConnection, type Peer } from './BackendConnection';
import type { BackendLimits } from './BackendLimits';

/** Peers whose connectors (TLS sessions) are kept; a stage variable in a host may name many. */
const MAX_CONNECTORS = 64;

/** The idle connections of one integration; the last one parked is taken first, so that the others run out. */
export class ConnectionShelf {
  private readonly idle: BackendConnection[] = [];
  private readonly resting: { connection: BackendConnection; rested: () => void }[] = [];
  private connectors: { peer: Peer; connector: buildConnector.connector }[] = [];
  private closed = false;

  constructor(
    private readonly egress: EgressGuard,
    private readonly limits: BackendLimits,
  ) {}

  take(peer: Peer): BackendConnection {
    for (let at = this.idle.length - 1; at >= 0; at -= 1) {
      const connection = this.idle[at];
      if (!connection || !isSame(connection.peer, peer)) continue;
      this.idle.splice(at, 1);
      if (this.usable(connection)) return connection;
      connection.destroy();
    }
    return this.open(peer);
  }

  open(peer: Peer): BackendConnection {
    const { generation } = this.egress;
    const { limits } = this;
    const connection = new BackendConnection({
      peer,
      connect: this.connectorFor(peer),
      limits,
      generation,
    });
    connection.onClosed(() => this.drop(connection));
    return connection;
  }

  /**
   * Takes a connection back. A turn of the event loop passes before it is used again, so that bytes which follow
   * an answer are seen while nothing is asked and close it (trap 9). undici waits once more before it writes.
   */
  rest(connection: BackendConnection, rested: () => void): void {
    if (this.resting.length === 0) setImmediate(() => this.wake());
    this.resting.push({ connection, rested });
  }

  /** Closes what is idle and must not be used again, and forgets how to open more of it. */
  tidy(): void {
    this.connectors = this.connectors.filter(({ peer }) => isCurrent(peer));
    for (const connection of this.idle.filter((one) => !this.usable(one))) this.drop(connection);
  }

  close(): void {
    this.closed = true;
    for (const connection of this.idle.splice(0)) connection.destroy();
  }

  private wake(): void {
    for (const { connection, rested } of this.resting.splice(0)) {
      this.park(connection);
      rested();
    }
  }

  private park(connection: BackendConnection): void {
    if (this.closed || !this.usable(connection) || this.idle.length >= this.limits.slots)
      connection.destroy();
    else this.idle.push(connection);
  }

  private usable(connection: BackendConnection): boolean {
    return connection.open && connection.generation === this.egress.generation && isCurrent(connection.peer);
  }

  private drop(connection: BackendConnection): void {
    const at = this.idle.indexOf(connection);
    if (at >= 0) this.idle.splice(at, 1);
    connection.destroy();
  }

  private connectorFor(peer: Peer): buildConnector.connector {
    const known = this.connectors.find((one) => isSame(one.peer, peer));
    if (known) return known.connector;
    if (this.connectors.length >= MAX_CONNECTORS) this.connectors.length = 0;
    const { linkConnectMillis } = this.limits;
    const connector = egressConnector({ guard: this.egress, ...peer, linkConnectMillis });
    this.connectors.push({ peer, connector });
    return connector;
  }
}

/** The configuration still holds its certificates and its address. */
function isCurrent({ tls, target }: Peer): boolean {
  return !tls?.retired && !target?.gone;
}

function isSame(a: Peer, b: Peer): boolean {
  return a === b || (a.origin === b.origin && a.tls === b.tls && a.target === b.target);
}
