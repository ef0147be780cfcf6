import type { CallRecord, Recorder } from '@gatehouse/gateway/ports';
import { type PackedUsage, packUsage } from '../packedUsage';
import { UsageRows } from './UsageRows';

const INTERVAL = 250;
/** A batch without an answer is sent again after this long; control counts it once. */
const UNANSWERED = 5_000;
const ROWS_A_BATCH = 2_000;
/** While control is away rows gather, one a minute, operation and key. Beyond this many new ones are dropped. */
const MOST_ROWS = 50_000;

/**
 * Counts finished calls and hands them to control in numbered batches: at most one every 250 ms, one at a time,
 * kept until control says that it is written.
 */
export class UsageBuffer implements Recorder {
  private readonly rows = new UsageRows(MOST_ROWS);
  /** access key -> time of the last call that it signed */
  private readonly signed = new Map<string, number>();
  private unwritten: PackedUsage | null = null;
  private sentAt = 0;
  private sequence = 0;
  private droppedCalls = 0;
  private readonly timer: NodeJS.Timeout;
  private whenEmpty: (() => void) | null = null;

  /** @param boot unique for each start of a worker: (boot, sequence) names a batch for ever */
  constructor(
    private readonly boot: string,
    private readonly send: (batch: PackedUsage) => void,
    private readonly onDropped: (calls: number) => void,
  ) {
    this.timer = setInterval(() => this.tick(), INTERVAL).unref();
  }

  record(call: CallRecord): void {
    if (!this.rows.count(call)) this.droppedCalls += 1;
    if (call.accessKeyId !== undefined) this.signed.set(call.accessKeyId, call.time);
  }

  written(boot: string, sequence: number): void {
    if (boot !== this.boot || sequence !== this.unwritten?.sequence) return;
    this.unwritten = null;
    if (this.rows.size === 0) this.whenEmpty?.();
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
    if (this.unwritten || this.rows.size === 0) return;
    this.sequence += 1;
    const batch = this.rows.take(ROWS_A_BATCH, (rows) => packUsage(this.boot, this.sequence, rows));
    this.unwritten = this.signed.size === 0 ? batch : { ...batch, accessKeys: [...this.signed] };
    this.signed.clear();
    this.sendAgain();
    if (this.droppedCalls > 0) this.onDropped(this.droppedCalls);
    this.droppedCalls = 0;
  }
}
