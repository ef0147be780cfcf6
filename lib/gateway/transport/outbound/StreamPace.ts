/** How fast a stream may be: a number of bytes freely, a rate after that. Time in which nothing came is not saved up. */
export class StreamPace {
  private freeAt = 0;

  constructor(
    private burst: number,
    private readonly bytesPerSecond: number,
  ) {}

  /**
   * @param now monotonic milliseconds
   * @returns milliseconds to wait after these bytes
   */
  waitAfter(bytes: number, now: number): number {
    const free = Math.min(this.burst, bytes);
    this.burst -= free;
    if (free === bytes) return 0;
    this.freeAt = Math.max(this.freeAt, now) + ((bytes - free) * 1000) / this.bytesPerSecond;
    return this.freeAt - now;
  }
}
