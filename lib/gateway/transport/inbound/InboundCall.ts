import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../../ports';
import { Departure } from '../Departure';
import type { HeaderList } from '../gate/checkHeaders';
import type { PassedHead } from '../gate/gate';
import type { ListenerLimits } from '../ListenerLimits';
import type { RateWatch } from '../RateWatch';
import { type Refusal, refusal } from '../Refusal';
import type { Request } from '../Request';
import type { BodyBudget } from './BodyBudget';
import { ClientGone, ClientTooSlow, MalformedBody, OverCapacity } from './BodyFailure';
import { BodySpool } from './BodySpool';

/** What all calls of a listener share. */
export interface ListenerParts {
  limits: ListenerLimits;
  clock: Clock;
  budget: BodyBudget;
  /** watches uploads */
  uploads: RateWatch;
  /** watches clients that do not read */
  readers: RateWatch;
}

const EMPTY = Buffer.alloc(0);

/** A call that passed the gate. */
export class InboundCall implements Request {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: HeaderList;
  readonly host: string;
  readonly protocol: string;
  readonly sourceIp: string;
  readonly startedAt: number;
  /** answered instead of what the handler says */
  overruled: Refusal | undefined;
  private readonly departure = new Departure();
  private readonly closed: (() => void)[] = [];
  private spool: BodySpool | undefined;

  constructor(
    private readonly head: PassedHead,
    readonly message: IncomingMessage,
    readonly response: ServerResponse,
    private readonly parts: ListenerParts,
  ) {
    this.method = message.method ?? '';
    this.path = head.path;
    this.query = head.query;
    this.headers = head.headers;
    this.host = head.host;
    this.protocol = `HTTP/${message.httpVersion}`;
    this.sourceIp = message.socket.remoteAddress ?? '';
    this.startedAt = parts.clock.monotonic();
    response.on('close', () => this.over());
  }

  get bodyBytes(): number {
    return this.spool?.bytes ?? 0;
  }

  get clientGone(): Departure {
    if (this.left) this.departure.announce();
    return this.departure;
  }

  header(name: string): string | undefined {
    const at = this.head.names.lastIndexOf(name);
    return at < 0 ? undefined : this.headers[at]?.[1];
  }

  /** The response is over, whole or not. One listener on the response serves all who want to know. */
  onClosed(listener: () => void): void {
    this.closed.push(listener);
  }

  /** Another reply takes the place of one that was not begun. */
  offClosed(listener: () => void): void {
    this.closed.splice(this.closed.indexOf(listener), 1);
  }

  async readBody(): Promise<Buffer> {
    if (this.head.contentLength === 0) return EMPTY;
    if (!this.spool) this.checkReadable();
    this.spool ??= this.startSpool();
    return this.spool.body;
  }

  /** whether the client left before its answer was whole */
  get left(): boolean {
    return this.response.destroyed && !this.response.writableFinished;
  }

  /** the client holds its body back until it is told 100 Continue, which it was not */
  get awaitsContinue(): boolean {
    return this.head.expectsContinue && !this.spool;
  }

  /** The parser found the body broken, or its time ran out. */
  failBody(refused: Refusal): void {
    this.overruled = refused;
    this.spool?.fail(new MalformedBody());
  }

  /** What happened before anyone read is not told again by the stream. */
  private checkReadable(): void {
    if (this.overruled) throw new MalformedBody();
    if (this.message.destroyed) throw new ClientGone();
  }

  private startSpool(): BodySpool {
    if (this.head.expectsContinue) this.response.writeContinue();
    const { limits, budget, uploads } = this.parts;
    const spool = new BodySpool({ message: this.message, limit: limits.bodyBytes, budget, rate: uploads });
    spool.body.catch((error: unknown) => {
      this.overruled ??= refusalFor(error);
    });
    return spool;
  }

  private over(): void {
    this.spool?.free();
    if (this.left) this.departure.announce();
    for (const listener of this.closed) listener();
  }
}

function refusalFor(error: unknown): Refusal | undefined {
  if (error instanceof ClientTooSlow) return refusal(408, 'the body came too slowly');
  if (error instanceof OverCapacity) return refusal(503, 'too many request bodies in flight');
  return undefined;
}
