import type { buildConnector } from 'undici';
import { egressConnector } from '../egress/egressConnector';
import type { EgressGuard } from '../egressGuard';
import { BackendConnection } from './BackendConnection';
import type { BackendLimits } from './BackendLimits';

/** Origins whose connectors (TLS sessions) are kept; a stage variable in a host may name many. */
const MAX_CONNECTORS = 64;

/** The idle connections of one integration; the last one parked is taken first, so that the others run out. */
export class ConnectionShelf {
  private readonly idle: BackendConnection[] = [];
  private readonly resting: { connection: BackendConnection; rested: () => void }[] = [];
  private readonly connectors = new Map<string, buildConnector.connector>();
  private closed = false;

  constructor(
    private readonly egress: EgressGuard,
    private readonly limits: BackendLimits,
  ) {}

  take(origin: string): BackendConnection {
    for (let at = this.idle.length - 1; at >= 0; at -= 1) {
      const connection = this.idle[at];
      if (connection?.origin !== origin) continue;
      this.idle.splice(at, 1);
      if (this.usable(connection)) return connection;
      connection.destroy();
    }
    return this.open(origin);
  }

  open(origin: string): BackendConnection {
    const { generation } = this.egress;
    const { limits } = this;
    const connection = new BackendConnection({
      origin,
      connect: this.connectorFor(origin),
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
    return connection.open && connection.generation === this.egress.generation;
  }

  private drop(connection: BackendConnection): void {
    const at = this.idle.indexOf(connection);
    if (at >= 0) this.idle.splice(at, 1);
    connection.destroy();
  }

  private connectorFor(origin: string): buildConnector.connector {
    const known = this.connectors.get(origin);
    if (known) return known;
    if (this.connectors.size >= MAX_CONNECTORS) this.connectors.clear();
    const connector = egressConnector(this.egress, new URL(origin));
    this.connectors.set(origin, connector);
    return connector;
  }
}
