import type { CallRecord, Recorder } from '@gatehouse/gateway/ports';

/** So many are named in the log; the rest are counted. */
const MOST_NAMED = 20;

/** Passes records on, and notes the calls that end after `begin`: a stop cut them off. */
export class CutCalls implements Recorder {
  private begun = false;
  private calls = 0;
  private readonly requestIds: string[] = [];

  constructor(private readonly next: Recorder) {}

  /** The stop's time for calls in flight is over: whatever ends from now on was cut. */
  begin(): void {
    this.begun = true;
  }

  record(call: CallRecord): void {
    this.next.record(call);
    if (!this.begun) return;
    this.calls += 1;
    if (this.requestIds.length < MOST_NAMED) this.requestIds.push(call.requestId);
  }

  /** Null when none was cut. */
  summary(): { calls: number; requestIds: string[] } | null {
    return this.calls === 0 ? null : { calls: this.calls, requestIds: this.requestIds };
  }
}
