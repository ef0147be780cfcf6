import type { Clock } from '../ports';

/** One body on its way. */
export interface Watched {
  /** bytes moved so far */
  moved(): number;
  /** false while the other side of the body holds it up: that time does not count */
  owes(): boolean;
  /** called at most once; the body is watched no longer */
  tooSlow(): void;
}

interface Entry {
  watched: Watched;
  since: number;
  movedThen: number;
}

/**
 * Minimum rate of bodies (trap 7: a byte a second is let through for ever by every server tried). Judged anew
 * per window, so that a fast start does not buy a slow end. One timer for all bodies.
 */
export class RateWatch {
  private readonly entries = new Set<Entry>();
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly clock: Clock,
    private readonly windowMillis: number,
    private readonly bytesPerWindow: number,
  ) {
    this.timer = setInterval(() => this.judge(), Math.ceil(windowMillis / 10)).unref();
  }

  /** @returns ends the watch; may be called twice */
  watch(watched: Watched): () => void {
    const entry = { watched, since: this.clock.monotonic(), movedThen: watched.moved() };
    this.entries.add(entry);
    return () => this.entries.delete(entry);
  }

  stop(): void {
    clearInterval(this.timer);
    this.entries.clear();
  }

  private judge(): void {
    const now = this.clock.monotonic();
    for (const entry of this.entries) this.judgeOne(entry, now);
  }

  private judgeOne(entry: Entry, now: number): void {
    const { watched } = entry;
    if (watched.owes()) {
      if (now - entry.since < this.windowMillis) return;
      if (watched.moved() - entry.movedThen < this.bytesPerWindow) {
        this.entries.delete(entry);
        watched.tooSlow();
        return;
      }
    }
    entry.since = now;
    entry.movedThen = watched.moved();
  }
}
