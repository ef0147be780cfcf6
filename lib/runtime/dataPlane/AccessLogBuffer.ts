import type { AccessLogEvent, AccessLogs } from '@gatehouse/gateway/ports';
import type { AccessLogBatch, LogLine } from '@/lib/model/accessLog';
import { Outbox } from './Outbox';

/** Letters of a batch: the supervisor relays it, and control writes it in one transaction. */
const BATCH_LENGTH = 512 * 1024;
const LINES_A_BATCH = 5_000;
/** Letters that gather while control is away or slower than the calls; lines beyond are dropped and counted. */
const MOST_LENGTH = 16 * 1024 * 1024;
const MOST_LINES = 100_000;

/** Gathers lines of access logs and execution logs, which share its bounds, and hands them to control. */
export class AccessLogBuffer implements AccessLogs {
  private events: AccessLogEvent[] = [];
  private length = 0;
  private dropped = 0;
  readonly outbox: Outbox<AccessLogBatch>;

  /** @param boot unique for each start of a worker, and not its usage's */
  constructor(
    boot: string,
    send: (batch: AccessLogBatch) => void,
    private readonly onDropped: (lines: number) => void,
  ) {
    const gathered = {
      isEmpty: () => this.events.length === 0,
      take: (own: string, sequence: number) => this.take(own, sequence),
    };
    this.outbox = new Outbox(boot, gathered, send);
  }

  write(event: AccessLogEvent): void {
    const { length } = event.message;
    if (this.events.length >= MOST_LINES || this.length + length > MOST_LENGTH) this.dropped += 1;
    else {
      this.events.push(event);
      this.length += length;
    }
  }

  private take(boot: string, sequence: number): AccessLogBatch {
    const taken = this.events.splice(0, this.batchSize());
    this.length -= taken.reduce((sum, { message }) => sum + message.length, 0);
    if (this.dropped > 0) this.onDropped(this.dropped);
    this.dropped = 0;
    return { boot, sequence, groups: byGroup(taken) };
  }

  /** At least one line, however long it is. */
  private batchSize(): number {
    let length = 0;
    const end = this.events.findIndex(({ message }, index) => {
      length += message.length;
      return index === LINES_A_BATCH || (index > 0 && length > BATCH_LENGTH);
    });
    return end < 0 ? this.events.length : end;
  }
}

function byGroup(events: readonly AccessLogEvent[]): AccessLogBatch['groups'] {
  const groups = new Map<string, LogLine[]>();
  for (const { logGroupName, time, message } of events) {
    const lines = groups.get(logGroupName) ?? [];
    lines.push({ time, message });
    groups.set(logGroupName, lines);
  }
  return [...groups].map(([logGroupName, lines]) => ({ logGroupName, lines }));
}
