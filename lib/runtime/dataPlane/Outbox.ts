const INTERVAL = 250;
/** A batch without an answer is sent again after this long; control counts it once. */
const UNANSWERED = 5_000;

/** What gathers between two batches. */
export interface Gathered<Batch> {
  isEmpty(): boolean;
  /** Takes a batch's worth out. */
  take(boot: string, sequence: number): Batch;
}

/**
 * Hands what gathers to control in numbered batches: at most one every 250 ms, one at a time, kept until control says
 * that it is written.
 */
export class Outbox<Batch extends { sequence: number }> {
  private unwritten: Batch | null = null;
  private sentAt = 0;
  private sequence = 0;
  private readonly timer: NodeJS.Timeout;
  private whenEmpty: (() => void) | null = null;

  /** @param boot unique for each start of a worker and kind of batch: (boot, sequence) names a batch for ever */
  constructor(
    private readonly boot: string,
    private readonly gathered: Gathered<Batch>,
    private readonly send: (batch: Batch) => void,
  ) {
    this.timer = setInterval(() => this.tick(), INTERVAL).unref();
  }

  written(boot: string, sequence: number): void {
    if (boot !== this.boot || sequence !== this.unwritten?.sequence) return;
    this.unwritten = null;
    if (this.gathered.isEmpty()) this.whenEmpty?.();
  }

  /** Control is back and may never have seen what was sent before. */
  sendAgain(): void {
    if (!this.unwritten) return;
    this.sentAt = performance.now();
    this.send(this.unwritten);
  }

  /** Sends all that is left, at once also what had no answer yet. Resolves when it is written, or after `timeout` ms. */
  async drain(timeout: number): Promise<void> {
    this.sendAgain();
    this.tick();
    if (!this.unwritten) return this.close();
    const faster = setInterval(() => this.tick(), 10);
    const late = new Promise<void>((resolve) => setTimeout(resolve, timeout).unref());
    await Promise.race([late, new Promise<void>((resolve) => (this.whenEmpty = resolve))]);
    clearInterval(faster);
    this.close();
  }

  private close(): void {
    clearInterval(this.timer);
  }

  private tick(): void {
    if (this.unwritten && performance.now() - this.sentAt > UNANSWERED) this.sendAgain();
    if (this.unwritten || this.gathered.isEmpty()) return;
    this.sequence += 1;
    this.unwritten = this.gathered.take(this.boot, this.sequence);
    this.sendAgain();
  }
}
