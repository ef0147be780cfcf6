import { QuotaCounter, type QuotaRequest, type QuotaState, quotaPeriodEnd } from '@gatehouse/gateway/ports';
import {
  type LeaseGrant,
  type LeaseReport,
  type QuotaGrant,
  type QuotaGroup,
  quotaKey,
} from './counterMessages';
import { leaseSize } from './leaseSize';

/** What the database knows of one owner's quota in one plan. */
export interface RestoredQuota extends QuotaState {
  usagePlanId: string;
  quotaOwnerId: string;
}

/** What UpdateUsage adds to an owner's quota of one period; below 0: takes away. */
export type QuotaGranted = Required<Omit<RestoredQuota, 'used'>>;

interface Entry {
  counter: QuotaCounter;
  quota: QuotaRequest['quota'];
}

/** An ended period is kept so long: a clock that is set back must find it again. */
const KEPT_AFTER_END = 2 * 86_400_000;

/** All quota counters of the machine, by UTC period. Times are ms since the epoch. */
export class QuotaLedger {
  private readonly entries = new Map<string, Entry>();
  private readonly restored = new Map<string, QuotaState>();

  /** Takes over what was counted before this machine started; what it counted since stays on top. */
  restore(states: RestoredQuota[]): void {
    for (const { usagePlanId, quotaOwnerId, ...state } of states) {
      const key = quotaKey({ usagePlanId, quotaOwnerId });
      this.restored.set(key, withCounted(state, this.entries.get(key)?.counter.snapshot()));
      this.entries.delete(key);
    }
  }

  /** UpdateUsage: adds `granted` to what the owner may use in the period. Leases that are out stay. */
  grant({ usagePlanId, quotaOwnerId, ...state }: QuotaGranted): void {
    const key = quotaKey({ usagePlanId, quotaOwnerId });
    const counter = this.entries.get(key)?.counter;
    if (counter) counter.grant(state.granted, state.periodStart);
    else this.restored.set(key, withGranted(state, this.restored.get(key)));
  }

  /** What the database says is granted, where a message about it may have been lost with the process that sent it. */
  setGranted(states: RestoredQuota[]): void {
    for (const { usagePlanId, quotaOwnerId, periodStart, firstPeriodStart, granted = 0 } of states) {
      const key = quotaKey({ usagePlanId, quotaOwnerId });
      const known = this.entries.get(key)?.counter.snapshot() ?? this.restored.get(key);
      const before = known?.periodStart === periodStart ? (known.granted ?? 0) : 0;
      if (granted !== before)
        this.grant({ usagePlanId, quotaOwnerId, periodStart, firstPeriodStart, granted: granted - before });
    }
  }

  take({ request, count }: QuotaGroup, now: number): QuotaGrant {
    return { granted: this.entry(request, now).counter.take(count, now) };
  }

  /** A lease counts as used until it is handed back: one that dies with its worker never exceeds the quota. */
  lease(request: QuotaRequest, now: number): LeaseGrant | null {
    const entry = this.entry(request, now);
    const count = entry.counter.take(leaseSize(entry.counter.remaining(now)), now);
    return count > 0 ? { key: quotaKey(request), count, expires: periodEnd(entry) } : null;
  }

  report({ key, returned, expires }: LeaseReport): void {
    const entry = this.entries.get(key);
    if (entry && periodEnd(entry) === expires)
      entry.counter.giveBack(returned, entry.counter.snapshot().periodStart);
  }

  /** Forgets counters of past periods; those with an offset remember which period was their first. */
  sweep(now: number): void {
    for (const [key, entry] of this.entries)
      if (entry.quota.offset === 0 && periodEnd(entry) + KEPT_AFTER_END < now) this.entries.delete(key);
  }

  private entry(request: QuotaRequest, now: number): Entry {
    const key = quotaKey(request);
    const known = this.entries.get(key);
    if (known) {
      known.counter.setQuota(request.quota);
      known.quota = request.quota;
      return known;
    }
    const state = this.restored.get(key);
    const { quota } = request;
    const made = { quota, counter: state ? new QuotaCounter(quota, state) : QuotaCounter.begin(quota, now) };
    this.restored.delete(key);
    this.entries.set(key, made);
    return made;
  }
}

const periodEnd = ({ counter, quota }: Entry) => quotaPeriodEnd(quota.period, counter.snapshot().periodStart);

function withCounted(state: QuotaState, counted: QuotaState | undefined): QuotaState {
  if (counted?.periodStart !== state.periodStart) return { ...state };
  return { ...state, used: state.used + counted.used };
}

function withGranted(
  state: Omit<QuotaGranted, 'usagePlanId' | 'quotaOwnerId'>,
  before: QuotaState | undefined,
): QuotaState {
  if (before?.periodStart !== state.periodStart) return { ...state, used: 0 };
  return { ...before, granted: (before.granted ?? 0) + state.granted };
}
