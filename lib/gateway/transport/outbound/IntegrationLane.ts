import type { Clock } from '../../ports';
import { type BackendAnswer, type BackendCall, BackendFailure } from '../BackendCall';
import type { EgressGuard } from '../egressGuard';
import { LinkedCall } from '../links/LinkedCall';
import type { VpcLinks } from '../links/VpcLinks';
import type { RateWatch } from '../RateWatch';
import type { TlsProfiles } from '../tls/TlsProfiles';
import { type AttemptLane, BackendAttempts } from './BackendAttempts';
import type { Peer } from './BackendConnection';
import type { BackendLimits } from './BackendLimits';
import { backendFailure } from './backendFailure';
import { backendTarget } from './backendTarget';
import { CircuitBreaker } from './CircuitBreaker';
import { ConnectionShelf } from './ConnectionShelf';
import { SlotQueue } from './SlotQueue';

/** What all lanes share. */
export interface BackendParts {
  clock: Clock;
  egress: EgressGuard;
  limits: BackendLimits;
  rate: RateWatch;
  tls: TlsProfiles;
  links: VpcLinks;
}

/**
 * Everything that one integration has towards its backend: slots, breaker, idle connections. Nothing of it is
 * shared with another integration: an answer that comes late on a connection used again then never reaches
 * another API's callers (reliability.md 3, traps 4 and 9).
 */
export class IntegrationLane {
  lastUsed = 0;
  private last: { url: string; peer: Peer; path: string } | undefined;
  private readonly slots: SlotQueue;
  private readonly breaker: CircuitBreaker;
  private readonly shelf: ConnectionShelf;
  private readonly attemptLane: AttemptLane;

  /** @param slots calls that may be in flight */
  constructor(
    private readonly parts: BackendParts,
    slots: number,
  ) {
    const { clock, limits, egress } = parts;
    this.slots = new SlotQueue(slots, limits.queue);
    this.breaker = new CircuitBreaker(clock, limits.breakerFailures, limits.breakerOpenMillis);
    this.shelf = new ConnectionShelf(egress, limits);
    this.attemptLane = {
      clock,
      limits,
      rate: parts.rate,
      take: (peer) => this.shelf.take(peer),
      open: (peer) => this.shelf.open(peer),
      rest: (connection, rested) => this.shelf.rest(connection, rested),
      finished: () => this.slots.release(),
    };
  }

  /** no call in flight and none waiting */
  get idle(): boolean {
    return this.slots.idle;
  }

  /** @throws BackendFailure */
  async call(call: BackendCall): Promise<BackendAnswer> {
    const target = this.targetOf(call);
    const link = call.route.vpcLinkId === undefined ? undefined : this.linkOf(call.route.vpcLinkId);
    const { clock, limits } = this.parts;
    const { timeoutInMillis } = call.route;
    this.lastUsed = clock.monotonic();
    const deadline = this.lastUsed + timeoutInMillis;
    const waiting = this.slots.take(Math.min(limits.queueMillis, timeoutInMillis), call.clientGone);
    if (waiting) await waiting;
    if (!this.breaker.enter()) {
      this.slots.release();
      throw new BackendFailure('busy', 'the circuit breaker is open');
    }
    const millisLeft = waiting ? deadline - clock.monotonic() : timeoutInMillis;
    try {
      const answer = await new BackendAttempts(call, target, this.attemptLane, link).run(
        millisLeft,
        deadline,
      );
      this.breaker.succeeded();
      return answer;
    } catch (error) {
      throw this.judged(error);
    }
  }

  /** Closes idle connections that must not be used again. */
  tidy(): void {
    this.shelf.tidy();
  }

  close(): void {
    this.shelf.close();
  }

  /** Most integrations have one URL for all calls: it is read once. */
  private targetOf({ url, route }: BackendCall): { peer: Peer; path: string } {
    const tls = route.tls && this.parts.tls.of(route.tls);
    if (this.last?.url !== url || this.last.peer.tls !== tls) {
      const { origin, path } = backendTarget(url);
      this.last = { url, peer: { origin, tls, target: undefined }, path };
    }
    return this.last;
  }

  private linkOf(id: string): LinkedCall {
    const link = this.parts.links.find(id);
    if (!link) throw new BackendFailure('misconfigured', `VPC link ${id} does not exist`);
    return new LinkedCall(link, this.parts.limits.linkAvoidMillis);
  }

  private judged(error: unknown): BackendFailure {
    const failure = backendFailure(error instanceof Error ? error : new Error(String(error)));
    if (failure.reason === 'unreachable' || failure.reason === 'timeout') this.breaker.failed();
    else this.breaker.abandoned();
    return failure;
  }
}
