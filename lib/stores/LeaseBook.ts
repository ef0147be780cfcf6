import type { Clock, GatewayLog } from '@gatehouse/gateway/ports';
import type { LeaseGrant, LeaseReport } from './counterMessages';
import { Lease } from './Lease';

/** A lease that no call touched for so long goes back to its owner. */
const IDLE = 100;
/** The owner answers in well under a millisecond; after this long something is broken. */
const UNANSWERED = 3_000;

export interface BookAsk<Group, Request> {
  sequence: number;
  groups: Group[];
  topUp: Request[];
  reports: LeaseReport[];
}
export interface BookReply {
  sequence: number;
  grants: { granted: number; refused?: string }[];
  leases: LeaseGrant[];
}
export type Decision = { taken: true } | { taken: false; refused: string };
type Waiter = (decision: Decision) => void;
interface Sent {
  at: number;
  waiters: Waiter[][];
  /** leases that wait for more */
  asked: Lease[];
}

/**
 * The worker's end of one kind of limit: spends leases at once, and gathers all other calls of an event-loop
 * turn into one message, so that a flood of refused calls costs a message a turn and not one each.
 */
export class LeaseBook<Group extends { count: number }, Request> {
  private readonly leases = new Map<string, Lease>();
  private readonly low = new Map<string, Request>();
  private gathered = new Map<string, { group: Group; waiters: Waiter[] }>();
  private readonly sent = new Map<number, Sent>();
  private sequence = 0;
  private scheduled = false;

  constructor(
    private readonly send: (ask: BookAsk<Group, Request>) => void,
    private readonly clock: Clock,
    private readonly log: GatewayLog,
  ) {}

  /** Spends one of the lease on `key`; false when none is at hand. */
  spend(key: string, request: Request): boolean {
    const lease = this.leases.get(key);
    if (!lease?.take(this.clock.monotonic(), this.clock.now())) return false;
    if (lease.isLow) this.topUp(key, lease, request);
    return true;
  }

  putBack(key: string): void {
    this.leases.get(key)?.putBack();
  }

  /** Asks the owner on behalf of one call. `limits` are the group's, by key: their leases are filled as well. */
  ask(name: string, group: Group, limits: [key: string, request: Request][]): Promise<Decision> {
    const gathered = this.gathered.get(name) ?? { group: { ...group, count: 0 }, waiters: [] };
    this.gathered.set(name, gathered);
    gathered.group.count += 1;
    for (const [key, request] of limits) this.topUp(key, this.lease(key), request);
    return new Promise((resolve) => {
      gathered.waiters.push(resolve);
      this.schedule();
    });
  }

  receive(reply: BookReply): void {
    for (const grant of reply.leases) this.lease(grant.key).grant(grant.count, grant.expires);
    const sent = this.close(reply.sequence);
    for (const [index, waiters] of sent.waiters.entries()) decide(waiters, reply.grants[index]);
  }

  /** Hands idle leases back and lets calls through whose answer never came. Called every 100 ms. */
  sweep(): void {
    const now = this.clock.monotonic();
    const reports = this.report(this.leases.keys(), now - IDLE);
    for (const [key, lease] of this.leases) if (lease.isEmpty(now - IDLE)) this.leases.delete(key);
    if (reports.length > 0) this.send({ sequence: 0, groups: [], topUp: [], reports });
    for (const [sequence, { at }] of this.sent) if (at + UNANSWERED < now) this.giveUp(sequence);
  }

  private topUp(key: string, lease: Lease, request: Request): void {
    if (lease.asked) return;
    lease.asked = true;
    this.low.set(key, request);
    this.schedule();
  }

  private lease(key: string): Lease {
    const known = this.leases.get(key);
    if (known) return known;
    const made = new Lease();
    this.leases.set(key, made);
    return made;
  }

  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    setImmediate(() => this.flush());
  }

  private flush(): void {
    this.scheduled = false;
    this.sequence += 1;
    const gathered = [...this.gathered.values()];
    const groups = gathered.map(({ group }) => group);
    const reports = this.report(this.low.keys(), Number.NEGATIVE_INFINITY);
    this.sent.set(this.sequence, {
      at: this.clock.monotonic(),
      waiters: gathered.map(({ waiters }) => waiters),
      asked: [...this.low.keys()].map((key) => this.lease(key)),
    });
    this.send({ sequence: this.sequence, groups, topUp: [...this.low.values()], reports });
    this.gathered = new Map();
    this.low.clear();
  }

  private close(sequence: number): Pick<Sent, 'waiters'> {
    const sent = this.sent.get(sequence);
    this.sent.delete(sequence);
    for (const lease of sent?.asked ?? []) lease.asked = false;
    return { waiters: sent?.waiters ?? [] };
  }

  private report(keys: Iterable<string>, idleSince: number): LeaseReport[] {
    const reports = [...keys].map((key) => this.lease(key).report(key, idleSince));
    return reports.filter(({ spent, returned }) => spent !== 0 || returned !== 0);
  }

  private giveUp(sequence: number): void {
    const calls = this.close(sequence).waiters.flat();
    if (calls.length > 0)
      this.log.error('The limits did not answer: calls were let through', { calls: calls.length });
    for (const resolve of calls) resolve({ taken: true });
  }
}

function decide(waiters: Waiter[], grant: { granted: number; refused?: string } | undefined): void {
  const granted = grant?.granted ?? 0;
  for (const [index, resolve] of waiters.entries())
    resolve(index < granted ? { taken: true } : { taken: false, refused: grant?.refused ?? '' });
}
