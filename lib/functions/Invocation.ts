import { Readable } from 'node:stream';
import type { ErrorPayload } from './failures';
import type { InvocationLog } from './InvocationLog';

/** What the caller gets. */
export interface InvocationAnswer {
  functionError?: 'Unhandled';
  contentType: string;
  body: Readable;
}

/** One call of a function, from its event to its report. */
export class Invocation {
  /** resolves with the first byte of a streamed answer, with the last of another */
  readonly answer: Promise<InvocationAnswer>;
  /** resolves when the log is whole */
  readonly reported: Promise<{ duration: number }>;
  private settle: (answer: InvocationAnswer) => void = () => {};
  private settleReport: (facts: { duration: number }) => void = () => {};
  private isAnswered = false;

  constructor(
    readonly requestId: string,
    /** as the caller named it */
    readonly functionArn: string,
    readonly payload: Buffer,
    /** the caller takes bytes as they come */
    readonly streams: boolean,
    readonly log: InvocationLog,
    /** X-Ray's, made up when the caller has none */
    readonly traceId: string,
    /** JSON, ASCII */
    readonly clientContext?: string,
  ) {
    this.answer = new Promise((resolve) => {
      this.settle = resolve;
    });
    this.reported = new Promise((resolve) => {
      this.settleReport = resolve;
    });
  }

  get answered(): boolean {
    return this.isAnswered;
  }

  /** The first answer counts. */
  succeed(body: Readable | Buffer, contentType = 'application/json'): void {
    this.end({ contentType, body: Buffer.isBuffer(body) ? readable(body) : body });
  }

  fail(error: ErrorPayload | Buffer): void {
    const payload = Buffer.isBuffer(error) ? error : Buffer.from(JSON.stringify(error));
    this.end({ functionError: 'Unhandled', contentType: 'application/json', body: readable(payload) });
  }

  report(facts: { duration: number }): void {
    this.settleReport(facts);
  }

  private end(answer: InvocationAnswer): void {
    if (this.isAnswered) return;
    this.isAnswered = true;
    this.settle(answer);
  }
}

const readable = (bytes: Buffer) => Readable.from(bytes.length > 0 ? [bytes] : [], { objectMode: false });
