/** How long an instance took to start and each event took, in ms. */
export class ExecutionClock {
  private readonly madeAt = performance.now();
  private beganAt = 0;
  private init: number | undefined;

  initialized(): void {
    this.init = performance.now() - this.madeAt;
  }

  begin(): void {
    this.beganAt = performance.now();
  }

  end(): number {
    return performance.now() - this.beganAt;
  }

  /** Told with the first event only. */
  takeInit(): number | undefined {
    const told = this.init;
    this.init = undefined;
    return told;
  }
}
