import type { Clock } from '../../ports';

/**
 * Stops calling a backend that failed many times in a row, so that its callers are answered at once. Closed:
 * all pass. Open: none. After that half-open: one call probes; its outcome closes or opens again.
 */
export class CircuitBreaker {
  private failures = 0;
  private openUntil: number | undefined;
  private probing = false;

  constructor(
    private readonly clock: Clock,
    private readonly maxFailures: number,
    private readonly openMillis: number,
  ) {}

  /** @returns whether a call may go; it must then end in one of the three methods below */
  enter(): boolean {
    if (this.openUntil === undefined) return true;
    if (this.probing || this.clock.monotonic() < this.openUntil) return false;
    this.probing = true;
    return true;
  }

  succeeded(): void {
    this.failures = 0;
    this.openUntil = undefined;
    this.probing = false;
  }

  failed(): void {
    this.failures += 1;
    this.probing = false;
    if (this.failures >= this.maxFailures) this.openUntil = this.clock.monotonic() + this.openMillis;
  }

  /** The call tells nothing about the backend, e.g. because its client left. */
  abandoned(): void {
    this.probing = false;
  }
}
