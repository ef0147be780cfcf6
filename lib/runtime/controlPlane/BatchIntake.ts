import { type Log, reasonOf } from '../log';

/** What tells a batch from all others, for ever. */
export interface BatchName {
  boot: string;
  sequence: number;
}

/**
 * Writes the workers' batches, one after the other, and acknowledges each once it is committed. One that fails is
 * not acknowledged: its worker keeps it and sends it again.
 */
export class BatchIntake<Batch extends BatchName> {
  private tail: Promise<void> = Promise.resolve();
  private readonly queued = new Set<string>();

  constructor(
    /** what they hold, as logs name it */
    private readonly subject: string,
    private readonly ingest: (batch: Batch) => Promise<void>,
    private readonly acknowledge: (workerId: number, batch: BatchName) => void,
    private readonly log: Log,
  ) {}

  take(workerId: number, batch: Batch): void {
    const name = `${batch.boot}/${batch.sequence}`;
    if (this.queued.has(name)) return;
    this.queued.add(name);
    this.tail = this.tail
      .then(() => this.ingest(batch))
      .then(() => this.acknowledge(workerId, batch))
      .catch((error: unknown) =>
        this.log.error(`${this.subject} could not be written; it will be sent again`, {
          reason: reasonOf(error),
        }),
      )
      .finally(() => this.queued.delete(name));
  }

  /** Resolves when all that was taken is written. */
  drain(): Promise<void> {
    return this.tail;
  }
}
