/** The supervisor answers at once; one that is being replaced has nothing cached any more. */
const PATIENCE = 2_000;

/** Control's wishes to empty a stage's cache, on their way to the supervisor and back. */
export class CacheFlushes {
  private readonly waiting = new Map<number, () => void>();
  private sequence = 0;

  constructor(private readonly send: (flush: { sequence: number; stage: string }) => void) {}

  /** Resolves when no worker answers from what was cached. @throws Error after 2 s without an answer */
  flush(restApiId: string, stageName: string): Promise<void> {
    this.sequence += 1;
    const sequence = this.sequence;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.waiting.delete(sequence);
        reject(new Error('The cache was not flushed: the supervisor did not answer'));
      }, PATIENCE);
      this.waiting.set(sequence, () => {
        clearTimeout(timer);
        resolve();
      });
      this.send({ sequence, stage: `${restApiId}/${stageName}` });
    });
  }

  flushed(sequence: number): void {
    this.waiting.get(sequence)?.();
    this.waiting.delete(sequence);
  }
}
