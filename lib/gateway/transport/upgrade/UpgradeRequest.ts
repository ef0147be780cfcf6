import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { Departure } from '../Departure';
import type { HeaderList } from '../gate/checkHeaders';
import type { PassedHead } from '../gate/gate';
import type { Request } from '../Request';

const EMPTY = Buffer.alloc(0);

/** A handshake that passed the gate; it has no body. */
export class UpgradeRequest implements Request {
  readonly method = 'GET';
  readonly path: string;
  readonly query: string;
  readonly headers: HeaderList;
  readonly host: string;
  readonly protocol = 'HTTP/1.1';
  readonly sourceIp: string;
  readonly bodyBytes = 0;
  readonly clientGone = new Departure();
  private readonly socket: Socket;
  private readonly leave = () => this.clientGone.announce();

  constructor(
    private readonly head: PassedHead,
    message: IncomingMessage,
    readonly startedAt: number,
  ) {
    this.path = head.path;
    this.query = head.query;
    this.headers = head.headers;
    this.host = head.host;
    this.sourceIp = message.socket.remoteAddress ?? '';
    this.socket = message.socket;
    this.socket.once('close', this.leave);
  }

  /** The handshake is over: the connection shall not hold its head for hours. */
  settled(): void {
    this.socket.off('close', this.leave);
  }

  header(name: string): string | undefined {
    const at = this.head.names.lastIndexOf(name);
    return at < 0 ? undefined : this.headers[at]?.[1];
  }

  async readBody(): Promise<Buffer> {
    return EMPTY;
  }
}
