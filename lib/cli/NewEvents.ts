export interface LogEvent {
  logStreamName: string;
  timestamp: number;
  message: string;
}

/** How late a line may come behind a younger one: functions' lines are written in batches. */
const LATE_MS = 30_000;

/**
 * Tells the lines that were not there when the same span was read before. By their text and how often it stands there:
 * a line that comes late between others leaves all others what they were.
 */
export class NewEvents {
  private seen = new Map<string, number>();

  /** @param from begin of the first read, ms since the epoch */
  constructor(private from: number) {}

  /** Where the next read begins. */
  get start(): number {
    return this.from;
  }

  /** @param events all that there are from `start` on */
  take(events: readonly LogEvent[]): LogEvent[] {
    const counts = new Map<string, number>();
    const fresh = events.filter((event) => {
      const key = keyOf(event);
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      return count > (this.seen.get(key) ?? 0);
    });
    this.moveOn(events);
    return fresh;
  }

  private moveOn(events: readonly LogEvent[]): void {
    const last = events.reduce((most, { timestamp }) => Math.max(most, timestamp), 0);
    this.from = Math.max(this.from, last - LATE_MS);
    this.seen = new Map();
    for (const event of events)
      if (event.timestamp >= this.from) this.seen.set(keyOf(event), (this.seen.get(keyOf(event)) ?? 0) + 1);
  }
}

const keyOf = ({ logStreamName, timestamp, message }: LogEvent) => `${timestamp} ${logStreamName} ${message}`;
