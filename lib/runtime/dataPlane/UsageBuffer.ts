import type { CallRecord, Recorder } from '@gatehouse/gateway/ports';
import { type PackedUsage, packUsage } from '../packedUsage';
import { Outbox } from './Outbox';
import { UsageRows } from './UsageRows';

const ROWS_A_BATCH = 2_000;
/** While control is away rows gather, one a minute, operation and key. Beyond this many new ones are dropped. */
const MOST_ROWS = 50_000;

/** Counts finished calls and hands them to control. */
export class UsageBuffer implements Recorder {
  private readonly rows = new UsageRows(MOST_ROWS);
  /** access key -> time of the last call that it signed */
  private readonly signed = new Map<string, number>();
  private droppedCalls = 0;
  readonly outbox: Outbox<PackedUsage>;

  /** @param boot unique for each start of a worker */
  constructor(
    boot: string,
    send: (batch: PackedUsage) => void,
    private readonly onDropped: (calls: number) => void,
  ) {
    const { rows } = this;
    this.outbox = new Outbox(
      boot,
      { isEmpty: () => rows.size === 0, take: (own, sequence) => this.take(own, sequence) },
      send,
    );
  }

  record(call: CallRecord): void {
    if (!this.rows.count(call)) this.droppedCalls += 1;
    if (call.accessKeyId !== undefined) this.signed.set(call.accessKeyId, call.time);
  }

  private take(boot: string, sequence: number): PackedUsage {
    const batch = this.rows.take(ROWS_A_BATCH, (rows) => packUsage(boot, sequence, rows));
    const accessKeys = [...this.signed];
    this.signed.clear();
    if (this.droppedCalls > 0) this.onDropped(this.droppedCalls);
    this.droppedCalls = 0;
    return accessKeys.length === 0 ? batch : { ...batch, accessKeys };
  }
}
