import type { Clock, GatewayLog } from '@gatehouse/gateway/ports';
import type {
  CounterAsk,
  CounterReply,
  QuotaAsk,
  QuotaGrant,
  QuotaGroup,
  QuotaReply,
  TokenAsk,
  TokenReply,
} from './counterMessages';
import { type QuotaGranted, QuotaLedger, type RestoredQuota } from './QuotaLedger';
import { TokenLedger } from './TokenLedger';

/** After a boot quota calls wait so long for the database's counts, then they are let through and counted. */
const RESTORE_WAIT = 2_000;

/**
 * Owns the machine's token buckets and quotas. Workers ask by message; a lease lets them answer generous limits
 * themselves (LeasedCounters is the other end).
 */
export class CounterOwner {
  private readonly tokens = new TokenLedger();
  private readonly quotas = new QuotaLedger();
  private waiting: (() => void)[] | null = [];
  private restored = false;
  private logged = false;

  constructor(
    private readonly clock: Clock,
    private readonly log: GatewayLog,
    restoreWait = RESTORE_WAIT,
  ) {
    setTimeout(() => this.release(), restoreWait).unref();
  }

  /** Answers at once, but for quotas that were not restored yet. */
  ask(holder: string, ask: CounterAsk, reply: (reply: CounterReply) => void): void {
    if (ask.type === 'takeTokens') reply(this.answerTokens(holder, ask));
    else if (this.waiting) this.waiting.push(() => reply(this.answerQuotas(ask)));
    else reply(this.answerQuotas(ask));
  }

  /** Only the first restore counts: from then on this process knows more than the database, but for what was granted. */
  restoreQuotas(states: RestoredQuota[]): void {
    if (this.restored) {
      this.quotas.setGranted(states);
      return;
    }
    this.restored = true;
    this.quotas.restore(states);
    this.release();
  }

  grantQuota(granted: QuotaGranted): void {
    this.quotas.grant(granted);
  }

  holderGone(holder: string): void {
    this.tokens.holderGone(holder, this.clock.monotonic());
  }

  /** Forgets what a fresh counter would say as well. Called every few seconds. */
  sweep(): void {
    this.tokens.sweep(this.clock.monotonic());
    this.quotas.sweep(this.clock.now());
  }

  private answerTokens(holder: string, ask: TokenAsk): TokenReply {
    const now = this.clock.monotonic();
    for (const report of ask.reports) this.tokens.report(holder, report, now);
    const grants = ask.groups.map((group) => this.tokens.take(group, now));
    const leases = ask.topUp.flatMap((request) => this.tokens.lease(holder, request, now) ?? []);
    return { type: 'tokens', sequence: ask.sequence, grants, leases };
  }

  private answerQuotas(ask: QuotaAsk): QuotaReply {
    const now = this.clock.now();
    for (const report of ask.reports) this.quotas.report(report);
    const grants = ask.groups.map((group) =>
      this.restored ? this.quotas.take(group, now) : this.countUnrestored(group, now),
    );
    const leases = this.restored ? ask.topUp.flatMap((request) => this.quotas.lease(request, now) ?? []) : [];
    return { type: 'quotas', sequence: ask.sequence, grants, leases };
  }

  /** AWS lets a call through when its usage-plan check fails inside; so do we, but the call is counted. */
  private countUnrestored(group: QuotaGroup, now: number): QuotaGrant {
    if (!this.logged)
      this.log.error('Quota counts are not known yet: calls are let through and counted until they are', {});
    this.logged = true;
    this.quotas.take(group, now);
    return { granted: group.count };
  }

  private release(): void {
    const waiting = this.waiting ?? [];
    this.waiting = null;
    for (const answer of waiting) answer();
  }
}
