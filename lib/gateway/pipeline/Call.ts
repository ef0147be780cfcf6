import type { Issuers } from '../authorizers/cognito/Issuers';
import type { AuthorizerCaches } from '../authorizers/lambda/AuthorizerCaches';
import type { Exchange } from '../mapping/Exchange';
import type {
  CacheStore,
  CallRecord,
  Clock,
  CounterStore,
  FunctionInvoker,
  GatewayLog,
  GatewayPorts,
} from '../ports';
import type { Serving } from '../snapshot/compiled';
import type { CallAddress } from '../steps/callAddress';
import type { Target } from '../steps/resolveStage';
import type { DefinitionFaults } from '../telemetry/DefinitionFaults';
import type { Trace } from '../telemetry/trace';
import type { Backends } from '../transport/BackendCall';
import type { Request } from '../transport/Request';

/** What a call may use of the world. */
export interface CallPorts {
  counters: CounterStore;
  cache: CacheStore;
  backends: Backends;
  clock: Clock;
  log: GatewayLog;
  /** what operators are told of APIs that fail by themselves */
  faults: DefinitionFaults;
  functions: FunctionInvoker;
  /** what Lambda authorizers said */
  authorizers: AuthorizerCaches;
  /** keys of OpenID Connect issuers elsewhere */
  issuers: Issuers;
  hashApiKey(value: string): string;
  openSession?: GatewayPorts['openSession'];
}

/** One call from its first step to its last. */
export interface Call {
  /** decoded once its stage is known */
  request: Request;
  /** undefined: host and path lead to no API */
  readonly address: CallAddress | undefined;
  readonly requestId: string;
  readonly extendedRequestId: string;
  readonly traceId: string;
  /** ms since the epoch, when it came */
  readonly time: number;
  /** what served when it came; the same until its end */
  readonly serving: Serving;
  readonly ports: CallPorts;
  /** undefined but for the Test panel and for methods whose calls are logged */
  trace: Trace | undefined;
  /** what is known so far for the recorder; each step adds what it learned */
  readonly report: CallReport;
  /** once the stage is known */
  target: Target | undefined;
  /** once the method is known */
  exchange: Exchange | undefined;
}

/** What was asked of who connects, for logs. */
export interface AuthorizationOutcome {
  isIam: boolean;
  /** 200 of who was let in */
  status: number;
  /** ms */
  latency: number;
  error?: { responseType: string; message: string };
}

/** What an authorizer's function answered, for logs. */
export interface AuthorizerAnswer {
  integrationStatus: number;
  /** ms */
  integrationLatency: number;
  requestId?: string | undefined;
}

export interface CallFailure {
  /** as the caller is told */
  message: string;
  /** as operators are told */
  reason: string;
  validationErrorString: string | undefined;
}

/** A call's record while it is written: handed over as it is, for a copy of it would be made for every call. */
export class CallReport implements CallRecord {
  time = 0;
  latency = 0;
  status = 0;
  responseLength = 0;
  dataProcessed = 0;
  restApiId = '';
  stageName = '';
  resourcePath = '';
  quotaCounted = false;
  integrationLatency: number | undefined = undefined;
  apiKeyId: string | undefined = undefined;
  usagePlanId: string | undefined = undefined;
  accessKeyId: string | undefined = undefined;
  responseType: string | undefined = undefined;
  cache: 'hit' | 'miss' | undefined = undefined;
  backendStatus: number | undefined = undefined;
  isFunctionProxy = false;
  /** for access logs: what ended the call early */
  failure: CallFailure | undefined = undefined;
  /** for access logs of REST and WebSocket APIs */
  authorization: AuthorizationOutcome | undefined = undefined;
  /** for access logs: of a function that was asked, not of what is remembered of it */
  authorizer: AuthorizerAnswer | undefined = undefined;

  constructor(
    readonly requestId: string,
    public httpMethod: string,
  ) {}
}
