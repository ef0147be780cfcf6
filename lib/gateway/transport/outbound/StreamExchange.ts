import { BackendFailure } from '../BackendCall';
import type { AnswerBody } from './AnswerBody';
import { Exchange } from './Exchange';
import { StreamPace } from './StreamPace';

/**
 * An answer that goes on as it comes, of any length: responseTransferMode STREAM
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/response-transfer-mode.html). It is told as soon as
 * all headers are here. It may be slow, since events come when they come: only silence and its total time end it.
 */
export class StreamExchange extends Exchange {
  private readonly startedAt = performance.now();
  private pace: StreamPace | undefined;
  private idle: NodeJS.Timeout | undefined;
  /** runs while the stream has to wait for its rate */
  private held: NodeJS.Timeout | undefined;

  override onHeaders(status: number, rawHeaders: Buffer[], resume: () => void): boolean {
    super.onHeaders(status, rawHeaders, resume);
    if (this.headers) this.stream();
    return true;
  }

  override onData(chunk: Buffer): boolean {
    this.idle?.refresh();
    const goOn = super.onData(chunk);
    const wait = this.pace?.waitAfter(chunk.length, performance.now()) ?? 0;
    if (wait > 0 && !this.ended) this.hold(wait);
    return goOn && !this.held;
  }

  protected override get mostBytes(): number {
    return Number.POSITIVE_INFINITY;
  }

  protected override resume(): void {
    if (!this.held) this.resumeRequest();
  }

  protected override watch(body: AnswerBody): () => void {
    const { streamIdleMillis, streamTotalMillis, streamBurstBytes, streamRate } = this.options.limits;
    this.pace = new StreamPace(streamBurstBytes, streamRate);
    this.idle = setTimeout(() => this.silent(body), streamIdleMillis);
    const left = streamTotalMillis - (performance.now() - this.startedAt);
    const total = setTimeout(() => this.cut('the stream took too long'), Math.max(0, left));
    return () => {
      clearTimeout(this.idle);
      clearTimeout(this.held);
      clearTimeout(total);
    };
  }

  /** While the caller is behind, the backend's silence is not its own. */
  private silent(body: AnswerBody): void {
    if (body.paused) this.idle?.refresh();
    else this.cut('the stream was silent for too long');
  }

  private cut(reason: string): void {
    this.abort(new BackendFailure('timeout', reason));
  }

  private hold(millis: number): void {
    this.held = setTimeout(() => {
      this.held = undefined;
      if (!this.body?.paused) this.resumeRequest();
    }, millis);
  }
}
