import type { CallRecord, Clock, CounterStore } from '../ports';
import type { Serving } from '../snapshot/compiled';
import type { Trace } from '../telemetry/trace';
import type { Backends } from '../transport/BackendCall';
import type { Request } from '../transport/Request';

/** What a call may use of the world. */
export interface CallPorts {
  counters: CounterStore;
  backends: Backends;
  clock: Clock;
  hashApiKey(value: string): string;
}

/** One call from its first step to its last. */
export interface Call {
  readonly request: Request;
  readonly requestId: string;
  readonly extendedRequestId: string;
  readonly traceId: string;
  /** ms since the epoch, when it came */
  readonly time: number;
  /** what served when it came; the same until its end */
  readonly serving: Serving;
  readonly ports: CallPorts;
  /** undefined but for the Test panel */
  readonly trace: Trace | undefined;
  /** what is known so far for the recorder; each step adds what it learned */
  readonly report: CallReport;
}

export type CallReport = Omit<CallRecord, 'time' | 'latency' | 'status' | 'responseLength'>;

export function newReport(requestId: string, httpMethod: string): CallReport {
  return { requestId, restApiId: '', stageName: '', resourcePath: '', httpMethod, quotaCounted: false };
}
