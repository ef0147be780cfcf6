import type { GatewayPorts } from './ports';
import type { DeploymentDocument, Snapshot } from './snapshot/types';
import type { TraceEntry } from './telemetry/trace';

export interface GatewayOptions {
  ports: GatewayPorts;
  /** Gatehouse's own ports on this machine: the egress guard refuses them as backends unless allow-listed. */
  ownPorts: number[];
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
   * @returns the revision now serving
   * @throws SnapshotRejected; what served before goes on serving
   */
  apply(snapshot: Snapshot): number;
  /** Revision that serves, 0 before the first. */
  revision(): number;
  /** Runs the production pipeline on a definition that need not be deployed; keys and throttles are not asked, as on AWS. */
  test(call: TestCall): Promise<TestOutcome>;
  /** Stops accepting, lets calls in flight end (at most `graceMs`), then closes all. */
  close(graceMs?: number): Promise<void>;
}
