import type { Clock } from '../../ports';
import type { TargetHealth } from './TargetHealth';

/** Results in a row that turn a target. */
export interface HealthThresholds {
  healthyThreshold: number;
  unhealthyThreshold: number;
}

/** One address behind a link: the calls that are open to it, and what is known of its health. */
export class LinkTarget {
  openCalls = 0;
  /** no longer of its link: its connections end with the call they serve */
  gone = false;
  private state: TargetHealth['state'] = 'unknown';
  private since: number;
  private reason: string | undefined;
  /** results in a row against the state */
  private against = 0;
  private avoided: { until: number; since: number; reason: string } | undefined;

  constructor(
    /** `host:port` */
    readonly name: string,
    private readonly clock: Clock,
  ) {
    this.since = clock.now();
  }

  /** An IPv6 address without its brackets. */
  get host(): string {
    return this.name.slice(0, this.name.lastIndexOf(':')).replace(/^\[(.*)\]$/, '$1');
  }

  get port(): number {
    return Number(this.name.slice(this.name.lastIndexOf(':') + 1));
  }

  /** A target of which nothing is known yet is called: a gateway that starts must not refuse what it can do. */
  get usable(): boolean {
    return this.state !== 'unhealthy' && !this.isAvoided();
  }

  /**
   * A health check's result. One success is enough for a target that nothing was known of.
   * @param failure why it failed; undefined when it did not
   */
  checked(failure: string | undefined, { healthyThreshold, unhealthyThreshold }: HealthThresholds): void {
    const state = failure === undefined ? 'healthy' : 'unhealthy';
    if (state === this.state) {
      this.against = 0;
      this.reason = failure;
      return;
    }
    this.against += 1;
    const healthyNeeds = this.state === 'unknown' ? 1 : healthyThreshold;
    if (this.against < (state === 'healthy' ? healthyNeeds : unhealthyThreshold)) return;
    this.state = state;
    this.reason = failure;
    this.since = this.clock.now();
    this.against = 0;
  }

  /** A call could not connect: others go elsewhere for a while, as far as they can. */
  unreachable(reason: string, avoidMillis: number): void {
    const since = this.isAvoided() ? (this.avoided?.since ?? 0) : this.clock.now();
    this.avoided = { until: this.clock.monotonic() + avoidMillis, since, reason };
  }

  reached(): void {
    this.avoided = undefined;
  }

  health(): TargetHealth {
    if (this.state !== 'unhealthy' && this.avoided && this.isAvoided()) {
      const { since, reason } = this.avoided;
      return { target: this.name, state: 'unhealthy', since, reason };
    }
    const health = { target: this.name, state: this.state, since: this.since };
    return this.reason === undefined ? health : { ...health, reason: this.reason };
  }

  private isAvoided(): boolean {
    return this.avoided !== undefined && this.clock.monotonic() < this.avoided.until;
  }
}
