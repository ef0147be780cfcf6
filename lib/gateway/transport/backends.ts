import type { Clock } from '../ports';
import { type BackendCall, BackendFailure, type Backends } from './BackendCall';
import type { EgressGuard } from './egressGuard';
import { VpcLinks } from './links/VpcLinks';
import { type BackendLimits, DEFAULT_BACKEND_LIMITS } from './outbound/BackendLimits';
import { type BackendParts, IntegrationLane } from './outbound/IntegrationLane';
import { RateWatch } from './RateWatch';
import { TlsProfiles } from './tls/TlsProfiles';

export interface BackendsOptions {
  clock: Clock;
  egress: EgressGuard;
  limits?: Partial<BackendLimits>;
}

/** The one module that talks to backends. Redirects are never followed: they go to the caller as they are. */
export function createBackends({ clock, egress, limits: given }: BackendsOptions): Backends {
  const limits = { ...DEFAULT_BACKEND_LIMITS, ...given };
  const rate = new RateWatch(clock, limits.rateWindow, (limits.minBodyRate * limits.rateWindow) / 1000);
  const links = new VpcLinks(clock, { guard: egress, secondMillis: limits.healthSecondMillis });
  const parts: BackendParts = { clock, egress, limits, rate, tls: new TlsProfiles(), links };
  const lanes = new Map<string, IntegrationLane>();
  const sweep = setInterval(() => forgetUnused(lanes, parts), limits.integrationIdleMillis).unref();
  let closed = false;
  return {
    async call(call) {
      if (closed) throw new BackendFailure('busy', 'the gateway is closing');
      if (call.method === 'CONNECT') throw new BackendFailure('bad-url', 'CONNECT is not a call');
      return laneOf(lanes, call, parts).call(call);
    },
    update({ clientCertificates, vpcLinks }) {
      const shown = [...clientCertificates, ...vpcLinks].map(({ certificate }) => certificate ?? '');
      const trusted = vpcLinks.map(({ caCertificate }) => caCertificate ?? '');
      links.update(vpcLinks);
      parts.tls.retireAllBut(new Set([...shown, ...trusted]));
      for (const lane of lanes.values()) lane.tidy();
    },
    vpcLinkHealth: (id) => links.health(id),
    async close() {
      closed = true;
      clearInterval(sweep);
      rate.stop();
      links.stop();
      for (const lane of lanes.values()) lane.close();
      lanes.clear();
    },
  };
}

function laneOf(
  lanes: Map<string, IntegrationLane>,
  { route: { integrationKey, stream } }: BackendCall,
  parts: BackendParts,
): IntegrationLane {
  const key = stream ? `${integrationKey} stream` : integrationKey;
  const known = lanes.get(key);
  if (known) return known;
  const lane = new IntegrationLane(parts, stream ? parts.limits.streams : parts.limits.slots);
  lanes.set(key, lane);
  return lane;
}

/** Integrations go away with deployments; what they held goes here. */
function forgetUnused(lanes: Map<string, IntegrationLane>, { clock, limits }: BackendParts): void {
  const before = clock.monotonic() - limits.integrationIdleMillis;
  for (const [key, lane] of lanes) {
    if (!lane.idle || lane.lastUsed > before) continue;
    lane.close();
    lanes.delete(key);
  }
}
