import type { CallRecord, Recorder } from '../ports';

/** Keeps what was recorded; a test can wait until there are enough. */
export class MemoryRecorder implements Recorder {
  readonly calls: CallRecord[] = [];
  private waiting: { count: number; resolve: (calls: CallRecord[]) => void }[] = [];

  record(call: CallRecord): void {
    this.calls.push(call);
    for (const { count, resolve } of this.waiting) if (this.calls.length >= count) resolve(this.calls);
    this.waiting = this.waiting.filter(({ count }) => this.calls.length < count);
  }

  /** Resolves once `count` calls were recorded since the start. */
  recorded(count: number): Promise<CallRecord[]> {
    if (this.calls.length >= count) return Promise.resolve(this.calls);
    return new Promise((resolve) => this.waiting.push({ count, resolve }));
  }
}
