import type { ExecutionLog } from './executionLog/compileExecutionLogs';

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

/** Bytes of a body that a log may show; far more than a line holds, for secrets in it are masked before it is cut. */
const LOGGED_BYTES = 32 * 1024;
/** Letters of a secret that is looked for in bodies: anything shorter stands there by chance. */
const SHORTEST_SECRET = 6;

/**
 * Collects what the steps report. Most calls have none: steps write `trace?.add(...)`, whose arguments are not
 * even built then.
 */
export class Trace {
  readonly entries: TraceEntry[] = [];
  /** what the caller showed of itself: no line of a log has it */
  readonly secrets = new Set<string>();

  /** @param log undefined for the Test panel, which shows all */
  constructor(
    private readonly startedAt: number,
    private readonly monotonic: () => number,
    readonly log?: ExecutionLog,
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

  hide(...secrets: readonly (string | undefined)[]): void {
    for (const secret of secrets)
      if (secret !== undefined && secret.length >= SHORTEST_SECRET) this.secrets.add(secret);
  }

  /** A body as text: whole in the Test panel, its beginning where a log shows data, else nothing of it. */
  text(body: Buffer | string | undefined): string {
    if (body === undefined) return '';
    if (!this.log) return body.toString();
    if (!this.log.dataTrace) return '';
    return typeof body === 'string' ? body.slice(0, LOGGED_BYTES) : body.toString('utf8', 0, LOGGED_BYTES);
  }
}
