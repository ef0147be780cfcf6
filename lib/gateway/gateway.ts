import { setTimeout as timeout } from 'node:timers/promises';
import { Issuers } from './authorizers/cognito/Issuers';
import { AuthorizerCaches } from './authorizers/lambda/AuthorizerCaches';
import { withFunctionsElsewhere } from './integrations/aws/functionsElsewhere';
import { withRoles } from './integrations/withRoles';
import { bodyTooLargeFor } from './pipeline/bodyTooLargeFor';
import { createServe } from './pipeline/serve';
import { NO_ACCOUNT, type TestAccount, testAccountOf } from './pipeline/TestAccount';
import { runApiAuthorizerTest } from './pipeline/testApiAuthorizer';
import { runAuthorizerTest } from './pipeline/testAuthorizer';
import { runTestCall } from './pipeline/testCall';
import type { GatewayPorts } from './ports';
import type { ApiKeyTable } from './snapshot/ApiKeyTable';
import type { ApiAuthorizerDocument, ApiDeploymentDocument, RouteDocument } from './snapshot/apiTypes';
import { SnapshotHolder } from './snapshot/SnapshotHolder';
import type { DeploymentDocument, Snapshot } from './snapshot/types';
import { loneDirectory } from './sockets/loneDirectory';
import { Sockets } from './sockets/Sockets';
import { DefinitionFaults } from './telemetry/DefinitionFaults';
import type { TraceEntry } from './telemetry/trace';
import { createBackends } from './transport/backends';
import { createEgressGuard } from './transport/egressGuard';
import type { TargetHealth } from './transport/links/TargetHealth';
import { createListener } from './transport/listener';
import type { BackendLimits } from './transport/outbound/BackendLimits';
import type { SocketLimits } from './transport/upgrade/SocketLimits';

export interface GatewayOptions {
  ports: GatewayPorts;
  /** Gatehouse's own ports on this machine: the egress guard refuses them as backends unless allow-listed. */
  ownPorts: number[];
  /** false: functions are called in the name of any role, whether it may or not */
  asksRoles?: boolean;
  /** for tests, which do not wait as long as backends may */
  backendLimits?: Partial<BackendLimits>;
  /** for tests, whose connections live less long */
  socketLimits?: Partial<SocketLimits>;
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

/** One call of the console's authorizer test. */
export interface AuthorizerTestCall {
  deployment: DeploymentDocument;
  authorizerId: string;
  stageName: string;
  variables: Record<string, string>;
  headers: Record<string, string>;
  /** without the stage */
  pathWithQueryString: string;
  body: string;
  /** members of `$context` by path, `identity.sourceIp`: besides, or in place of, those of the invented call */
  additionalContext?: Record<string, string>;
}

/** What TestInvokeAuthorizer answers. */
export interface AuthorizerOutcome {
  /** what a caller would get: 200, or the gateway response's */
  clientStatus: number;
  log: string;
  /** ms */
  latency: number;
  principalId?: string;
  /** JSON text */
  policy?: string;
  claims?: Record<string, string>;
  context?: Record<string, string>;
}

/** One call of the console's test of an authorizer of an HTTP or WebSocket API. */
export interface ApiAuthorizerTestCall {
  apiId: string;
  protocolType: ApiDeploymentDocument['protocolType'];
  authorizer: ApiAuthorizerDocument;
  /** HTTP: the route that is called, whose scopes are asked; absent: `$default` without scopes */
  route?: Pick<RouteDocument, 'routeKey' | 'authorizationScopes'>;
  stageName: string;
  variables: Record<string, string>;
  httpMethod: string;
  headers: Record<string, string>;
  /** without the stage */
  pathWithQueryString: string;
}

/** What an authorizer of an HTTP or WebSocket API says of a call. */
export interface ApiAuthorizerOutcome {
  isAuthorized: boolean;
  /** what a caller would get: 200 as far as the authorizer is asked, or the refusal's */
  clientStatus: number;
  /** why not, as operators are told */
  reason?: string;
  /** why not, as the caller is told: WWW-Authenticate */
  challenge?: string;
  /** as the token says, whether it is good or not; undefined where there is none that can be read */
  token?: { header: Record<string, unknown>; claims: Record<string, unknown> };
  principalId?: string;
  /** `$context.authorizer.X` */
  context?: Record<string, unknown>;
  log: string;
  /** ms */
  latency: number;
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
  /** For an engine that only tests and serves no snapshots: whose account it is, what that allows, links to and has. */
  useAccount(of: Pick<Snapshot, 'account' | 'vpcLinks' | 'userPools' | 'services' | 'iamRoles'>): void;
  /** Runs the production pipeline on a definition that need not be deployed; keys and throttles are not asked, as on AWS. */
  test(call: TestCall): Promise<TestOutcome>;
  /** The production authorizer on an invented call; @throws SnapshotRejected when it does not compile. */
  testAuthorizer(call: AuthorizerTestCall): Promise<AuthorizerOutcome>;
  /** The same of an HTTP or WebSocket API; @throws SnapshotRejected when it does not compile. */
  testApiAuthorizer(call: ApiAuthorizerTestCall): Promise<ApiAuthorizerOutcome>;
  /** The targets of a link as this engine sees them; none of a link that it does not know. */
  vpcLinkHealth(id: string): TargetHealth[];
  /** Empties what a stage's authorizers said. @param stage `apiId/stage` */
  flushAuthorizers(stage: string): void;
  /** Stops accepting, lets calls in flight end (at most `graceMs`), then closes all. */
  close(graceMs?: number): Promise<void>;
}

const DEFAULT_GRACE = 30_000;

/** One engine: a listener, the backends it calls, and the snapshot that it serves. */
export function createGateway({
  ports,
  ownPorts,
  asksRoles = true,
  backendLimits = {},
  socketLimits = {},
}: GatewayOptions): Gateway {
  const { clock, log, recorder, accessLogs, counters, cache } = ports;
  const snapshots = new SnapshotHolder();
  const egress = createEgressGuard({ allowList: [], ownPorts });
  const backends = createBackends({ clock, egress, limits: backendLimits });
  const authorizers = new AuthorizerCaches(clock);
  const faults = new DefinitionFaults(log, clock);
  const issuers = new Issuers(backends, clock, log);
  const here = asksRoles ? withRoles(ports.functions, clock, () => testAccount) : ports.functions;
  const functions = withFunctionsElsewhere(here, backends, () => testAccount);
  const { hashApiKey, openSession } = ports;
  const callPorts = {
    ...{ counters, cache, functions, authorizers, issuers, backends, clock, log, faults, hashApiKey },
    ...(openSession && { openSession }),
  };
  let testAccount: TestAccount = NO_ACCOUNT;
  const current = () => snapshots.current();
  const { connections: directory = loneDirectory } = ports;
  const sockets = new Sockets({
    current,
    ports: callPorts,
    recorder,
    accessLogs,
    log,
    directory,
    limits: socketLimits,
  });
  const serve = createServe({ current, ports: callPorts, recorder, accessLogs, log, sockets });
  const tooLarge = bodyTooLargeFor(current);
  const listener = createListener({ ...serve, clock, upgrades: sockets, socketLimits, tooLarge });
  return {
    listen: (port, host) => listener.listen(port, host),
    apply: (snapshot, stored) => {
      const before = current()?.account.egressAllowList ?? [];
      const serving = snapshots.apply(snapshot, stored);
      const { revision, account, identity, userPools, services } = serving;
      sockets.connections.keepTo(serving);
      // An update ends kept connections to backends, so only a changed list is one.
      if (before.join() !== account.egressAllowList.join()) egress.update(account.egressAllowList);
      const { clientCertificates = [], vpcLinks = [] } = snapshot;
      backends.update({ clientCertificates, vpcLinks });
      testAccount = { account, identity, vpcLinks, userPools, services };
      return revision;
    },
    revision: () => current()?.revision ?? 0,
    useAccount: (of) => {
      // Their health is for engines that serve to watch.
      const vpcLinks = of.vpcLinks?.map(({ healthCheck, ...link }) => link) ?? [];
      testAccount = testAccountOf({ ...of, vpcLinks }, testAccount.identity);
      egress.update(of.account.egressAllowList);
      backends.update({ clientCertificates: [], vpcLinks });
    },
    test: (call) => runTestCall(call, { ports: callPorts, log, account: testAccount }),
    testAuthorizer: (call) => runAuthorizerTest(call, { ports: callPorts, log, account: testAccount }),
    testApiAuthorizer: (call) => runApiAuthorizerTest(call, { ports: callPorts, log, account: testAccount }),
    flushAuthorizers: (stage) => authorizers.flush(stage),
    vpcLinkHealth: (id) => backends.vpcLinkHealth(id),
    close: async (graceMs = DEFAULT_GRACE) => {
      // Both at once: a listener that stopped accepting waits for the sockets, which the other one closes.
      const left = sockets.close();
      await listener.close(graceMs);
      await Promise.race([left, timeout(graceMs, undefined, { ref: false })]);
      await backends.close();
    },
  };
}
