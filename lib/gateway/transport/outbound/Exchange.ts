import type { Dispatcher } from 'undici';
import { type BackendAnswer, BackendFailure } from '../BackendCall';
import type { RateWatch } from '../RateWatch';
import { AnswerBody } from './AnswerBody';
import { answerHead } from './answerHead';
import type { BackendLimits } from './BackendLimits';
import { backendFailure } from './backendFailure';

export interface ExchangeOptions {
  limits: BackendLimits;
  rate: RateWatch;
  /** called once, when the connection is no longer needed; `clean` when it can be used again */
  over(clean: boolean): void;
}

/**
 * One request and its answer on one connection: the only place that touches a backend's body. `answer`
 * settles at the first byte of the body or at its end, so that a backend which breaks before is a failure with
 * a status and not a cut answer (trap 10). Uses undici's raw handler: it hands over headers as they were sent.
 */
export class Exchange implements Dispatcher.DispatchHandler {
  readonly answer: Promise<BackendAnswer>;
  private resolve: (answer: BackendAnswer) => void = () => undefined;
  private reject: (error: Error) => void = () => undefined;
  private abortRequest: ((error: Error) => void) | undefined;
  private aborted: Error | undefined;
  private resumeRequest: () => void = () => undefined;
  private head: BackendAnswer | undefined;
  private body: AnswerBody | undefined;
  private interim = 0;
  private received = 0;
  private unwatch: () => void = () => undefined;
  private ended = false;
  /** `answer` was resolved */
  answered = false;

  constructor(private readonly options: ExchangeOptions) {
    this.answer = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
  }

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
    const { limits, rate } = this.options;
    if (status < 200) {
      this.interim += 1;
      if (status < 100) throw new BackendFailure('garbage', 'a status below 100');
      if (this.interim > limits.interimAnswers) throw new BackendFailure('garbage', 'too many 1xx answers');
      return true;
    }
    const headers = answerHead(rawHeaders, limits.answerHeadBytes);
    this.resumeRequest = resume;
    const body = new AnswerBody({
      resume: () => this.resumeRequest(),
      abandon: () => this.abandon(),
    });
    this.body = body;
    this.head = { status, headers, body };
    this.unwatch = rate.watch({
      moved: () => this.received,
      owes: () => !body.paused,
      tooSlow: () => this.abort(new BackendFailure('timeout', 'the answer came too slowly')),
    });
    return true;
  }

  onData(chunk: Buffer): boolean {
    this.received += chunk.length;
    const goOn = this.body?.offer(chunk) ?? true;
    this.hand();
    return goOn;
  }

  onComplete(): void {
    this.body?.push(null);
    this.hand();
    this.end(true);
  }

  onError(error: Error): void {
    if (this.ended) return;
    this.end(false);
    const failure = this.aborted ?? error;
    this.reject(failure);
    this.body?.destroy(backendFailure(failure));
  }

  private hand(): void {
    if (this.answered || !this.head) return;
    this.answered = true;
    this.resolve(this.head);
  }

  /** Also called when a body was read to its end: no error is made then, its stack would cost more than the call. */
  private abandon(): void {
    if (!this.ended) this.abort(new BackendFailure('client-gone', 'the answer is not wanted any more'));
  }

  private end(clean: boolean): void {
    this.ended = true;
    this.unwatch();
    this.options.over(clean);
  }
}
