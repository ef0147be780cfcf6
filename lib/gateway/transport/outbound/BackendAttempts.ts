import { type BackendAnswer, type BackendCall, BackendFailure } from '../BackendCall';
import type { LinkedCall } from '../links/LinkedCall';
import type { BackendConnection, Peer } from './BackendConnection';
import { isDeadConnection } from './backendFailure';
import { Exchange, type ExchangeOptions, type ExchangeOwner } from './Exchange';
import { StreamExchange } from './StreamExchange';

/** What a call needs of its lane. */
export interface AttemptLane extends ExchangeOptions {
  /** @returns an idle connection to the peer, else a new one */
  take(peer: Peer): BackendConnection;
  open(peer: Peer): BackendConnection;
  /** takes a connection back for the next call; `rested` is called when it may be used again */
  rest(connection: BackendConnection, rested: () => void): void;
  /** called once, when the call needs its slot no longer */
  finished(): void;
}

/** RFC 9110 9.2.2, without TRACE. A request that may have had an effect is never sent twice. */
const IDEMPOTENT = new Set(['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE']);

/** One call, sent once, or twice when the first connection died before it said anything (trap 5). */
export class BackendAttempts implements ExchangeOwner {
  private connection: BackendConnection | undefined;
  private exchange: Exchange | undefined;
  private repeated = false;
  private finished = false;
  private deadline = 0;
  private timer: NodeJS.Timeout | undefined;
  private resolve: (answer: BackendAnswer) => void = () => undefined;
  private reject: (error: Error) => void = () => undefined;
  private readonly onGone = () => this.stop(new BackendFailure('client-gone', 'the client left'));
  private readonly finish = () => {
    if (this.finished) return;
    this.finished = true;
    this.call.clientGone.forget(this.onGone);
    this.link?.leave();
    this.lane.finished();
  };

  constructor(
    private readonly call: BackendCall,
    private readonly target: { peer: Peer; path: string },
    private readonly lane: AttemptLane,
    /** undefined: to the origin's host */
    private readonly link: LinkedCall | undefined,
  ) {}

  /**
   * @param millisLeft until the first byte of the answer's body must be there
   * @param deadline the same as a time of the clock
   */
  run(millisLeft: number, deadline: number): Promise<BackendAnswer> {
    this.deadline = deadline;
    return new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
      const { clientGone } = this.call;
      if (clientGone.happened) {
        this.failed(new BackendFailure('client-gone', 'the client left'));
        return;
      }
      clientGone.listen(this.onGone);
      this.timer = setTimeout(() => this.late(), millisLeft);
      this.begin();
    });
  }

  answered(answer: BackendAnswer): void {
    clearTimeout(this.timer);
    this.link?.reached();
    this.resolve(answer);
  }

  failed(error: Error): void {
    const next = this.another(error);
    if (next) {
      this.send(this.lane.open(next));
      return;
    }
    clearTimeout(this.timer);
    this.finish();
    this.reject(error);
  }

  /** Bytes that follow an answer close its connection while nothing is asked: hence the rest (trap 9). */
  over(clean: boolean): void {
    const { connection } = this;
    if (!connection) return;
    if (clean) {
      this.lane.rest(connection, this.finish);
      return;
    }
    connection.destroy();
    if (this.exchange?.answered) this.finish();
  }

  /** Where to try again after a failure; undefined: the call has failed. */
  private another(error: Error): Peer | undefined {
    if (this.link && this.connection && !this.connection.opened)
      return this.afterUnreachable(this.link, error);
    if (!this.mayRepeat(error)) return undefined;
    this.repeated = true;
    return this.nextTarget() ?? this.connection?.peer;
  }

  /** Nothing was sent, so any method may be sent elsewhere, while there is time and somebody waits. */
  private afterUnreachable(link: LinkedCall, error: Error): Peer | undefined {
    const stopped = error instanceof BackendFailure;
    if (!stopped || error.reason === 'timeout') link.unreachable(error.message);
    return stopped ? undefined : this.nextTarget();
  }

  /** Of a link's targets one that this call was not at yet. */
  private nextTarget(): Peer | undefined {
    const target = this.link?.next();
    return target && { ...this.target.peer, target };
  }

  /** Only a connection that died silently: a backend that began to answer has worked on the request. */
  private mayRepeat(error: Error): boolean {
    if (this.repeated || !this.connection || !isDeadConnection(error)) return false;
    return IDEMPOTENT.has(this.call.method) && !this.connection.heard;
  }

  private begin(): void {
    try {
      this.send(this.lane.take(this.nextTarget() ?? this.target.peer));
    } catch (error) {
      this.failed(error instanceof Error ? error : new Error(String(error)));
    }
  }

  private send(connection: BackendConnection): void {
    this.connection = connection;
    this.exchange = this.call.route.stream
      ? new StreamExchange(this.lane, this, this.deadline)
      : new Exchange(this.lane, this, this.deadline);
    connection.send(this.call, this.target.path, this.exchange);
  }

  private late(): void {
    this.stop(new BackendFailure('timeout', 'no answer in time'));
  }

  private stop(failure: BackendFailure): void {
    this.exchange?.abort(failure);
  }
}
