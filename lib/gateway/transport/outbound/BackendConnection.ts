import type { Socket } from 'node:net';
import { type buildConnector, Client } from 'undici';
import type { BackendCall } from '../BackendCall';
import type { LinkTarget } from '../links/LinkTarget';
import type { TlsProfile } from '../tls/TlsProfiles';
import type { BackendLimits } from './BackendLimits';
import type { Exchange } from './Exchange';
import { outboundHeaders } from './outboundHeaders';

/** Where a connection goes and how it is secured. */
export interface Peer {
  /** scheme, host and port */
  origin: string;
  tls: TlsProfile | undefined;
  /** where it goes instead of the origin's host */
  target: LinkTarget | undefined;
}

export interface ConnectionOptions {
  peer: Peer;
  connect: buildConnector.connector;
  limits: BackendLimits;
  /** the egress guard's generation under which it is opened */
  generation: number;
}

/**
 * One connection to one origin, one call at a time. An undici Client and not its Pool, so that a retry is sure
 * to go out on a fresh connection and it can be seen whether any byte of an answer had come.
 */
export class BackendConnection {
  readonly peer: Peer;
  readonly generation: number;
  private readonly client: Client;
  private socket: Socket | undefined;
  private bytesBefore = 0;

  constructor({ peer, connect, limits, generation }: ConnectionOptions) {
    this.peer = peer;
    this.generation = generation;
    this.client = new Client(peer.origin, {
      pipelining: 1,
      keepAliveTimeout: limits.connectionIdleMillis,
      maxHeaderSize: limits.answerHeadBytes,
      // Deadline and minimum rate are the caller's.
      headersTimeout: 0,
      bodyTimeout: 0,
      connect: (options, callback) => {
        connect(options, (...result) => {
          this.socket = result[1] ?? undefined;
          callback(...result);
        });
      },
    });
  }

  /** Whether there ever was a connection: where there was none, nothing of a request was sent. */
  get opened(): boolean {
    return this.socket !== undefined;
  }

  get open(): boolean {
    return !this.client.destroyed && this.socket !== undefined && !this.socket.destroyed;
  }

  /** Whether a byte came since the last `send`. */
  get heard(): boolean {
    return (this.socket?.bytesRead ?? 0) > this.bytesBefore;
  }

  send(call: BackendCall, path: string, exchange: Exchange): void {
    this.bytesBefore = this.socket?.bytesRead ?? 0;
    const { method } = call;
    const body = call.body && call.body.length > 0 ? call.body : null;
    this.client.dispatch({ path, method, headers: outboundHeaders(call), body }, exchange);
  }

  /** @param gone called once when the socket closes, e.g. by the backend or because it was idle too long */
  onClosed(gone: () => void): void {
    this.client.once('disconnect', gone);
  }

  destroy(): void {
    this.client.destroy(null, () => undefined);
  }
}
