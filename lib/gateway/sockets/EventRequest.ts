import { Departure } from '../transport/Departure';
import type { Request } from '../transport/Request';
import type { ConnectionFacts } from './SocketCall';

/** What steps read of a message or an end: it has no path, no query and no headers of its own. */
export class EventRequest implements Request {
  readonly method = 'POST';
  readonly path = '/';
  readonly query = '';
  readonly headers = [];
  readonly protocol = 'HTTP/1.1';
  readonly bodyBytes = 0;
  readonly host: string;
  readonly sourceIp: string;
  /** AWS ends no integration because the client left. */
  readonly clientGone = new Departure();

  constructor(
    { host, sourceIp }: ConnectionFacts,
    private readonly text: string,
    readonly startedAt: number,
  ) {
    this.host = host;
    this.sourceIp = sourceIp;
  }

  header(): undefined {
    return undefined;
  }

  async readBody(): Promise<Buffer> {
    return Buffer.from(this.text);
  }
}
