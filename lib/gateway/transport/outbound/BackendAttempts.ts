import { type BackendAnswer, type BackendCall, BackendFailure } from '../BackendCall';
import type { BackendConnection } from './BackendConnection';
import { isDeadConnection } from './backendFailure';
import type { BackendTarget } from './backendTarget';
import { Exchange, type ExchangeOptions } from './Exchange';

/** What a call needs of its lane. */
export interface AttemptParts extends Omit<ExchangeOptions, 'over'> {
  /** @returns an idle connection to the origin, else a new one */
  take(origin: string): BackendConnection;
  open(origin: string): BackendConnection;
  /** takes a connection back for the next call */
  park(connection: BackendConnection): void;
  /** called once, when the call needs its slot no longer */
  finished(): void;
}

/** RFC 9110 9.2.2, without TRACE. A request that may have had an effect is never sent twice. */
const IDEMPOTENT = new Set(['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE']);

/** One call, sent once, or twice when the first connection died before it said anything (trap 5). */
export class BackendAttempts {
  private exchange: Exchange | undefined;
  private finished = false;
  private readonly onGone = () => this.stop(new BackendFailure('client-gone', 'the client left'));

  constructor(
    private readonly call: BackendCall,
    private readonly target: BackendTarget,
    private readonly parts: AttemptParts,
  ) {}

  /** @param millisLeft until the first byte of the answer's body must be there */
  async run(millisLeft: number): Promise<BackendAnswer> {
    const { signal } = this.call;
    signal.addEventListener('abort', this.onGone);
    const timer = setTimeout(() => this.stop(new BackendFailure('timeout', 'no answer in time')), millisLeft);
    try {
      if (signal.aborted) throw new BackendFailure('client-gone', 'the client left');
      return await this.sendOnceOrTwice();
    } catch (error) {
      this.finish();
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  private async sendOnceOrTwice(): Promise<BackendAnswer> {
    const { take, open } = this.parts;
    const connection = take(this.target.origin);
    try {
      return await this.send(connection);
    } catch (error) {
      if (!this.mayRepeat(error, connection)) throw error;
      return this.send(open(this.target.origin));
    }
  }

  /** Only a connection that died silently: a backend that began to answer has worked on the request. */
  private mayRepeat(error: unknown, connection: BackendConnection): boolean {
    if (!(error instanceof Error) || !isDeadConnection(error)) return false;
    return IDEMPOTENT.has(this.call.method) && !connection.heard;
  }

  private send(connection: BackendConnection): Promise<BackendAnswer> {
    const { limits, rate } = this.parts;
    const exchange = new Exchange({ limits, rate, over: (clean) => this.over(connection, clean) });
    this.exchange = exchange;
    connection.send(this.call, this.target.path, exchange);
    return exchange.answer;
  }

  /**
   * A turn of the event loop passes before a connection is used again, so that bytes which follow an answer
   * are seen while nothing is asked and close the connection (trap 9). undici waits once more before it writes.
   */
  private over(connection: BackendConnection, clean: boolean): void {
    if (clean) {
      setImmediate(() => {
        this.parts.park(connection);
        this.finish();
      });
      return;
    }
    connection.destroy();
    if (this.exchange?.answered) this.finish();
  }

  private stop(failure: BackendFailure): void {
    this.exchange?.abort(failure);
  }

  private finish(): void {
    if (this.finished) return;
    this.finished = true;
    this.call.signal.removeEventListener('abort', this.onGone);
    this.parts.finished();
  }
}
