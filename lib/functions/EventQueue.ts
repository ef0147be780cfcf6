import type { FunctionHost, HostCall } from './FunctionHost';
import { InvokeRefusal, throttled } from './failures';

/** Events of all functions that wait or run: more than that, or more bytes, are refused. */
const MOST_EVENTS = 10_000;
const MOST_BYTES = 64 * 1024 * 1024;
/** What Lambda does with an event that fails: two more attempts. */
const ATTEMPTS = 3;
/** An event that finds no free instance is tried again for so long, ms. */
const LONGEST_AGE = 6 * 60 * 60 * 1_000;

export interface EventTimes {
  /** ms before the second and the third attempt; AWS's are one minute and two */
  retry: readonly [number, number];
  /** ms between tries while the function is throttled */
  throttled: number;
}
export const lambdaTimes: EventTimes = { retry: [60_000, 120_000], throttled: 1_000 };

interface Event {
  call: HostCall & { requestId: string };
  attempt: number;
  since: number;
}

/**
 * Asynchronous invocation: events that nobody waits for, tried up to three times
 * (https://docs.aws.amazon.com/lambda/latest/dg/invocation-async.html). They are in memory: a host that ends forgets them.
 */
export class EventQueue {
  private events = 0;
  private bytes = 0;
  private readonly timers = new Set<NodeJS.Timeout>();

  constructor(
    private readonly host: FunctionHost,
    private readonly times: EventTimes = lambdaTimes,
  ) {}

  /** Takes an event. @throws InvokeRefusal 404, 429 */
  put(call: HostCall & { requestId: string }): void {
    this.host.find(call.name, call.qualifier);
    if (this.events >= MOST_EVENTS || this.bytes + call.payload.length > MOST_BYTES)
      throw throttled('ConcurrentInvocationLimitExceeded');
    this.events += 1;
    this.bytes += call.payload.length;
    void this.attempt({ call, attempt: 1, since: performance.now() });
  }

  close(): void {
    for (const timer of this.timers) clearTimeout(timer);
  }

  private async attempt(event: Event): Promise<void> {
    const outcome = await this.outcome(event);
    const isOld = performance.now() - event.since > LONGEST_AGE;
    if (outcome === 'throttled' && !isOld) this.later(event, this.times.throttled);
    else if (outcome === 'failed' && event.attempt < ATTEMPTS)
      this.later({ ...event, attempt: event.attempt + 1 }, this.times.retry[event.attempt === 1 ? 0 : 1]);
    else this.forget(event);
  }

  private async outcome({ call }: Event): Promise<'done' | 'failed' | 'throttled' | 'gone'> {
    try {
      const { functionError, body } = await this.host.invoke(call).answer;
      body.on('error', () => {}).resume();
      return functionError ? 'failed' : 'done';
    } catch (error) {
      return error instanceof InvokeRefusal && error.status === 429 ? 'throttled' : 'gone';
    }
  }

  private later(event: Event, delay: number): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      void this.attempt(event);
    }, delay);
    this.timers.add(timer.unref());
  }

  private forget({ call }: Event): void {
    this.events -= 1;
    this.bytes -= call.payload.length;
  }
}
