/** One line of what the pipeline did; the Test panel, execution logs and "Explain this response" show these. */
export interface TraceEntry {
  /** file name of the step, e.g. `mapIntegrationRequest` */
  step: string;
  /** ms since the call began */
  at: number;
  /** one sentence */
  message: string;
  /** set on the step that ended the call with an error */
  failed?: boolean;
  detail?: Record<string, unknown>;
}

/**
 * Collects what the steps report. Most calls have none: steps write `trace?.add(...)`, whose arguments are not
 * even built then.
 */
export class Trace {
  readonly entries: TraceEntry[] = [];

  constructor(
    private readonly startedAt: number,
    private readonly monotonic: () => number,
  ) {}

  add(step: string, message: string, detail?: Record<string, unknown>): void {
    this.entries.push({
      step,
      at: this.monotonic() - this.startedAt,
      message,
      ...(detail && { detail }),
    });
  }

  /** The step during which the call failed: the error is its last word. */
  fail(step: string, message: string, detail?: Record<string, unknown>): void {
    this.add(step, message, detail);
    const entry = this.entries.at(-1);
    if (entry) entry.failed = true;
  }
}
