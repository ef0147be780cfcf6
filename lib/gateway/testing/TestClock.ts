import type { Clock } from '../ports';

/** The real clock, and a test may move it on. */
export class TestClock implements Clock {
  private moved = 0;

  now(): number {
    return Date.now() + this.moved;
  }

  monotonic(): number {
    return performance.now() + this.moved;
  }

  advance(ms: number): void {
    this.moved += ms;
  }
}
