import type { EgressGuard } from '../egressGuard';
import type { LinkTarget } from './LinkTarget';
import { probe } from './probe';
import type { VpcLink } from './VpcLink';

export interface HealthCheckOptions {
  guard: EgressGuard;
  /** how long the seconds of a health check are: 1,000, and less in tests */
  secondMillis: number;
}

/** Asks all targets of one link again and again, beginning now; holds no process open. */
export class HealthChecks {
  private timer: NodeJS.Timeout | undefined;
  private checking = false;
  private stopped = false;

  constructor(
    private readonly link: VpcLink,
    private readonly options: HealthCheckOptions,
  ) {
    const check = link.document.healthCheck;
    if (!check) return;
    this.timer = setInterval(() => void this.round(), check.intervalSeconds * options.secondMillis).unref();
    void this.round();
  }

  stop(): void {
    this.stopped = true;
    clearInterval(this.timer);
  }

  /** A round that takes longer than the interval takes the place of the next one. */
  private async round(): Promise<void> {
    if (this.checking) return;
    this.checking = true;
    await Promise.all(this.link.targets.map((target) => this.check(target)));
    this.checking = false;
  }

  private async check(target: LinkTarget): Promise<void> {
    const { document } = this.link;
    const { guard, secondMillis } = this.options;
    const check = document.healthCheck;
    if (!check) return;
    const timeoutMillis = check.timeoutSeconds * secondMillis;
    const failure = await probe(target, { guard, link: document, check, timeoutMillis });
    if (!this.stopped) target.checked(failure, check);
  }
}
