import type { Dispatcher } from 'undici';
import type { Clock } from '../../ports';
import { type BackendAnswer, BackendFailure } from '../BackendCall';
import type { RateWatch } from '../RateWatch';
import { AnswerBody } from './AnswerBody';
import { type AnswerHeaders, answerHead } from './answerHead';
import type { BackendLimits } from './BackendLimits';
import { backendFailure } from './backendFailure';

export interface ExchangeOptions {
  clock: Clock;
  limits: BackendLimits;
  rate: RateWatch;
}

/** Who waits for an exchange. */
export interface ExchangeOwner {
  /** called at most once, when the answer has a body or is whole */
  answered(answer: BackendAnswer): void;
  /** called at most once, instead of `answered` */
  failed(error: Error): void;
  /** called once, when the connection is no longer needed; `clean` when it can be used again */
  over(clean: boolean): void;
}

const EMPTY = Buffer.alloc(0);

/**
 * One request and its answer on one connection: the only place that touches a backend's body. The answer is told
 * at the first byte of the body or at its end, so that a backend which breaks before is a failure with a status
 * and not a cut answer (trap 10). A body that is there whole when its first bytes were read, as most are, is
 * handed over as it is: a stream and its events would cost more than all the rest of the call.
 * Uses undici's raw handler: it hands over headers as they were sent.
 */
export class Exchange implements Dispatcher.DispatchHandler {
  private abortRequest: ((error: Error) => void) | undefined;
  private aborted: Error | undefined;
  protected resumeRequest: () => void = () => undefined;
  private status = 0;
  protected headers: AnswerHeaders | undefined;
  private first: Buffer | undefined;
  protected body: AnswerBody | undefined;
  private interim = 0;
  protected received = 0;
  private unwatch: (() => void) | undefined;
  protected ended = false;
  /** the owner was told of an answer */
  answered = false;

  constructor(
    protected readonly options: ExchangeOptions,
    private readonly owner: ExchangeOwner,
    /** a time of the clock; until then the integration's timeout lets a body be slow */
    private readonly deadline: number,
  ) {}

  /** Stops the call, wherever it stands. */
  abort(failure: Error): void {
    if (this.ended) return;
    this.aborted = failure;
    this.abortRequest?.(failure);
    this.onError(failure);
  }

  onConnect(abort: (error?: Error) => void): void {
    this.abortRequest = abort;
    if (this.aborted) abort(this.aborted);
  }

  onHeaders(status: number, rawHeaders: Buffer[], resume: () => void): boolean {
    const { limits } = this.options;
    if (status < 200) {
      this.interim += 1;
      if (status < 100) throw new BackendFailure('garbage', 'a status below 100');
      if (this.interim > limits.interimAnswers) throw new BackendFailure('garbage', 'too many 1xx answers');
      return true;
    }
    this.headers = answerHead(rawHeaders, limits.answerHeadBytes);
    this.status = status;
    this.resumeRequest = resume;
    return true;
  }

  onData(chunk: Buffer): boolean {
    this.received += chunk.length;
    if (this.received > this.mostBytes) return this.tooLong();
    if (!this.body && !this.first) {
      this.first = chunk;
      // undici reads all that has come before a microtask runs: by then the end was seen, or it is still to come.
      queueMicrotask(() => this.stream());
      return true;
    }
    return this.stream()?.offer(chunk) ?? true;
  }

  onComplete(): void {
    if (this.body) this.body.push(null);
    else this.hand(this.first ?? EMPTY);
    this.end(true);
  }

  onError(error: Error): void {
    if (this.ended) return;
    this.end(false);
    const failure = this.aborted ?? error;
    if (!this.answered) this.owner.failed(failure);
    this.body?.destroy(backendFailure(failure));
  }

  /** The body is not here whole: from now on it is a stream, which begins with what came first. */
  protected stream(): AnswerBody | undefined {
    if (this.body || this.ended) return this.body;
    if (this.declaredLength() > this.mostBytes) {
      this.tooLong();
      return undefined;
    }
    const body = new AnswerBody({
      resume: () => this.resume(),
      abandon: () => this.abandon(),
    });
    this.body = body;
    this.unwatch = this.watch(body);
    if (this.first) body.offer(this.first);
    this.hand(body);
    return body;
  }

  protected get mostBytes(): number {
    return this.options.limits.answerBytes;
  }

  /** The consumer wants more. */
  protected resume(): void {
    this.resumeRequest();
  }

  /** @returns ends the watch */
  protected watch(body: AnswerBody): () => void {
    return this.options.rate.watch({
      moved: () => this.received,
      owes: () => !body.paused && this.options.clock.monotonic() >= this.deadline,
      tooSlow: () => this.abort(new BackendFailure('timeout', 'the answer came too slowly')),
    });
  }

  private declaredLength(): number {
    const header = this.headers?.find(([name]) => name.toLowerCase() === 'content-length');
    return Number(header?.[1] ?? 0);
  }

  private tooLong(): boolean {
    const reason = `the answer is longer than ${this.mostBytes} bytes`;
    this.abort(new BackendFailure('too-long', reason));
    return false;
  }

  private hand(body: Buffer | AnswerBody): void {
    if (this.answered || !this.headers) return;
    this.answered = true;
    this.owner.answered({ status: this.status, headers: this.headers, body });
  }

  /** Also called when a body was read to its end: no error is made then, its stack would cost more than the call. */
  private abandon(): void {
    if (!this.ended) this.abort(new BackendFailure('client-gone', 'the answer is not wanted any more'));
  }

  private end(clean: boolean): void {
    this.ended = true;
    this.unwatch?.();
    this.owner.over(clean);
  }
}
