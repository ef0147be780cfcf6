import type { WorkerOrder, WorkerReport } from '../messages';

/** A worker that has not answered by then is busy or gone. */
const PATIENCE = 2_000;

interface Flush {
  /** workers that have not answered */
  open: Set<number>;
  done(): void;
}

/** Control's wishes to empty what a stage's authorizers said: every worker has its own memory of it, and says when it is empty. */
export class AuthorizerFlushes {
  private readonly flushes = new Map<number, Flush>();
  private last = 0;

  constructor(
    private readonly workerIds: () => number[],
    private readonly send: (workerIds: number[], order: WorkerOrder) => void,
  ) {}

  /**
   * Resolves when no worker that runs grants a call by what was said before.
   * @throws Error after 2 s while a worker that runs has not answered
   */
  flush(restApiId: string, stageName: string): Promise<void> {
    const workerIds = this.workerIds();
    if (workerIds.length === 0) return Promise.resolve();
    this.last += 1;
    const flush = this.last;
    return new Promise((resolve, reject) => {
      const settle = () => {
        clearTimeout(timer);
        this.flushes.delete(flush);
      };
      const open = new Set(workerIds);
      const timer = setTimeout(() => {
        settle();
        const running = new Set(this.workerIds());
        // One that has ended took its memory with it.
        const silent = [...open].filter((id) => running.has(id));
        if (silent.length === 0) resolve();
        else
          reject(new Error(`The authorizers' cache was not flushed: worker ${silent.join()} did not answer`));
      }, PATIENCE);
      this.flushes.set(flush, { open, done: () => resolve(settle()) });
      this.send(workerIds, { type: 'flushAuthorizers', flush, stage: `${restApiId}/${stageName}` });
    });
  }

  answered(workerId: number, { flush }: Extract<WorkerReport, { type: 'authorizersFlushed' }>): void {
    const asked = this.flushes.get(flush);
    if (!asked) return;
    asked.open.delete(workerId);
    if (asked.open.size === 0) asked.done();
  }
}
