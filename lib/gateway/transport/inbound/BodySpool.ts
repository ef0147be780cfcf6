import type { IncomingMessage } from 'node:http';
import { GatewayError } from '../../GatewayError';
import type { RateWatch } from '../RateWatch';
import { bodyTooLargeText } from '../Refusal';
import type { BodyBudget } from './BodyBudget';
import { ClientGone, ClientTooSlow, OverCapacity } from './BodyFailure';

export interface SpoolOptions {
  message: IncomingMessage;
  limit: number;
  budget: BodyBudget;
  rate: RateWatch;
}

/**
 * Reads a body whole, before a backend's slot is taken (trap 3: slow uploads must not hold connections).
 * After a failure what still comes is dropped.
 */
export class BodySpool {
  readonly body: Promise<Buffer>;
  private readonly chunks: Buffer[] = [];
  private total = 0;
  private held = 0;
  private resolve: (body: Buffer) => void = () => undefined;
  private reject: (error: Error) => void = () => undefined;
  private readonly unwatch: () => void;
  private readonly listeners = {
    data: (chunk: Buffer) => this.take(chunk),
    end: () => this.succeed(),
    close: () => this.fail(new ClientGone()),
  };

  constructor(private readonly options: SpoolOptions) {
    this.body = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
    this.unwatch = options.rate.watch({
      moved: () => this.total,
      owes: () => true,
      tooSlow: () => this.fail(new ClientTooSlow()),
    });
    const { data, end, close } = this.listeners;
    options.message.on('data', data).on('end', end).on('close', close);
  }

  /** as many as came so far */
  get bytes(): number {
    return this.total;
  }

  /** Gives up: the promise rejects with the error. */
  fail(error: Error): void {
    this.detach();
    this.chunks.length = 0;
    this.free();
    this.options.message.resume();
    this.reject(error);
  }

  /** Gives the memory back to the budget; called once the call is over. */
  free(): void {
    this.options.budget.give(this.held);
    this.held = 0;
  }

  private take(chunk: Buffer): void {
    const { limit, budget } = this.options;
    this.total += chunk.length;
    if (this.total > limit) this.fail(tooLarge(limit));
    else if (!budget.take(chunk.length)) this.fail(new OverCapacity());
    else this.keep(chunk);
  }

  private keep(chunk: Buffer): void {
    this.held += chunk.length;
    this.chunks.push(chunk);
  }

  private succeed(): void {
    this.detach();
    const [first, second] = this.chunks;
    this.resolve(first && !second ? first : Buffer.concat(this.chunks, this.total));
  }

  private detach(): void {
    this.unwatch();
    const { data, end, close } = this.listeners;
    this.options.message.off('data', data).off('end', end).off('close', close);
  }
}

function tooLarge(limit: number): GatewayError {
  return new GatewayError('REQUEST_TOO_LARGE', `body over ${limit} bytes`, bodyTooLargeText(limit));
}
