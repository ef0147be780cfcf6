import { Issuers } from './authorizers/cognito/Issuers';
import { AuthorizerCaches } from './authorizers/lambda/AuthorizerCaches';
import { createServe } from './pipeline/serve';
import { runTestCall } from './pipeline/testCall';
import type { GatewayPorts } from './ports';
import type { ApiKeyTable } from './snapshot/ApiKeyTable';
import { SnapshotHolder } from './snapshot/SnapshotHolder';
import type { AccountDocument, DeploymentDocument, Snapshot, VpcLinkDocument } from './snapshot/types';
import type { TraceEntry } from './telemetry/trace';
import { createBackends } from './transport/backends';
import { createEgressGuard } from './transport/egressGuard';
import type { TargetHealth } from './transport/links/TargetHealth';
import { createListener } from './transport/listener';
import type { BackendLimits } from './transport/outbound/BackendLimits';

export interface GatewayOptions {
  ports: GatewayPorts;
  /** Gatehouse's own ports on this machine: the egress guard refuses them as backends unless allow-listed. */
  ownPorts: number[];
  /** for tests, which do not wait as long as backends may */
  backendLimits?: Partial<BackendLimits>;
}

/** One call of the console's Test panel: runs a definition that need not be deployed. */
export interface TestCall {
  deployment: DeploymentDocument;
  stageName: string;
  variables: Record<string, string>;
  httpMethod: string;
  /** id of the resource under test */
  resourceId: string;
  /** path with query string, without the stage */
  pathWithQueryString: string;
  headers: Record<string, string>;
  body: string;
}

export interface TestOutcome {
  status: number;
  headers: Record<string, string[]>;
  body: string;
  latency: number;
  trace: TraceEntry[];
  /** AWS's execution log text (reference/operations.md section 2) */
  log: string;
}

export interface Gateway {
  /** Binds the listener. Resolves with the port (0 picks one). */
  listen(port: number, host: string): Promise<number>;
  /**
   * Compiles beside what serves and swaps one reference.
   * @param stored keys that a complete snapshot is laid over; the table is the engine's from then on
   * @returns the revision now serving
   * @throws SnapshotRejected; what served before goes on serving
   */
  apply(snapshot: Snapshot, stored?: ApiKeyTable): number;
  /** Revision that serves, 0 before the first. */
  revision(): number;
  /** For an engine that only tests and serves no snapshots: whose account it is, what that allows and links to. */
  useAccount(of: Pick<Snapshot, 'account' | 'vpcLinks'>): void;
  /** Runs the production pipeline on a definition that need not be deployed; keys and throttles are not asked, as on AWS. */
  test(call: TestCall): Promise<TestOutcome>;
  /** The targets of a link as this engine sees them; none of a link that it does not know. */
  vpcLinkHealth(id: string): TargetHealth[];
  /** Empties what a stage's authorizers said. @param stage `apiId/stage` */
  flushAuthorizers(stage: string): void;
  /** Stops accepting, lets calls in flight end (at most `graceMs`), then closes all. */
  close(graceMs?: number): Promise<void>;
}

const DEFAULT_GRACE = 30_000;

/** Only for tests of a method before the first snapshot: AWS's defaults. */
const NO_ACCOUNT: AccountDocument = {
  accountId: '000000000000',
  region: 'us-east-1',
  throttle: { rateLimit: 10_000, burstLimit: 5_000 },
  egressAllowList: [],
};

/** One engine: a listener, the backends it calls, and the snapshot that it serves. */
export function createGateway({ ports, ownPorts, backendLimits = {} }: GatewayOptions): Gateway {
  const { clock, log, recorder, counters, cache, functions } = ports;
  const snapshots = new SnapshotHolder();
  const egress = createEgressGuard({ allowList: [], ownPorts });
  const backends = createBackends({ clock, egress, limits: backendLimits });
  const authorizers = new AuthorizerCaches(clock);
  const issuers = new Issuers(backends, clock, log);
  const { hashApiKey } = ports;
  const callPorts = { counters, cache, functions, authorizers, issuers, backends, clock, log, hashApiKey };
  let testAccount = NO_ACCOUNT;
  let testLinks: readonly VpcLinkDocument[] = [];
  const current = () => snapshots.current();
  const listener = createListener({ ...createServe({ current, ports: callPorts, recorder, log }), clock });
  return {
    listen: (port, host) => listener.listen(port, host),
    apply: (snapshot, stored) => {
      const before = current()?.account.egressAllowList ?? [];
      const { revision, account } = snapshots.apply(snapshot, stored);
      // An update ends kept connections to backends, so only a changed list is one.
      if (before.join() !== account.egressAllowList.join()) egress.update(account.egressAllowList);
      const { clientCertificates = [], vpcLinks = [] } = snapshot;
      backends.update({ clientCertificates, vpcLinks });
      testLinks = vpcLinks;
      return revision;
    },
    revision: () => current()?.revision ?? 0,
    useAccount: ({ account, vpcLinks = [] }) => {
      testAccount = account;
      // Their health is for engines that serve to watch.
      testLinks = vpcLinks.map(({ healthCheck, ...link }) => link);
      egress.update(account.egressAllowList);
      backends.update({ clientCertificates: [], vpcLinks: testLinks });
    },
    test: (call) => {
      const account = current()?.account ?? testAccount;
      return runTestCall(call, { ports: callPorts, log, account, vpcLinks: testLinks });
    },
    flushAuthorizers: (stage) => authorizers.flush(stage),
    vpcLinkHealth: (id) => backends.vpcLinkHealth(id),
    close: async (graceMs = DEFAULT_GRACE) => {
      await listener.close(graceMs);
      await backends.close();
    },
  };
}
