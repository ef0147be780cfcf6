import { Readable } from 'node:stream';

/** What the exchange behind a body does for it. */
export interface BodySource {
  resume(): void;
  /** the consumer wants no more: the connection is of no further use */
  abandon(): void;
}

/**
 * A backend's body as the engine sees it. It always has an error listener: without one an aborted client would
 * end the process (reliability.md 3, trap 2).
 */
export class AnswerBody extends Readable {
  /** the consumer is behind; time that passes so is not the backend's */
  paused = false;

  constructor(private readonly source: BodySource) {
    super({ highWaterMark: 65_536 });
    this.on('error', () => undefined);
  }

  /** @returns false when the backend must wait */
  offer(chunk: Buffer): boolean {
    this.paused = !this.push(chunk);
    return !this.paused;
  }

  override _read(): void {
    if (!this.paused) return;
    this.paused = false;
    this.source.resume();
  }

  override _destroy(error: Error | null, callback: (error?: Error | null) => void): void {
    this.source.abandon();
    callback(error);
  }
}
