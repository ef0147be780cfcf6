import type { Readable } from 'node:stream';
/** What the engine asks of the world. lib/stores and lib/runtime make these real; testing/ fakes them. */
import type { Session } from './authorizers/sessions/sessionTokens';
import type { Quota, Throttle } from './snapshot/types';

/** And for those who make CacheStore real. */
export { MemoryCache } from './cache/MemoryCache';
/** The arithmetic of the counters, for those who make CounterStore real. */
export type { QuotaState } from './limits/QuotaCounter';
export { QuotaCounter, quotaPeriodEnd, quotaPeriodStart } from './limits/QuotaCounter';
export { TokenBucket } from './limits/TokenBucket';
/** Whom functions let call them, for those who make FunctionInvoker real. */
export {
  compileFunctionPermissions,
  type FunctionPermissions,
  type FunctionStatement,
} from './policy/compileFunctionPermissions';
/** What ids of connections are, for those who make ConnectionDirectory real. */
export { CONNECTION_ID_BYTES, connectionIdBytes, connectionIdOf } from './sockets/connectionId';

/** One bucket to take a token from; `key` is unique over the machine (and over nodes with Redis). */
export interface BucketRequest {
  key: string;
  throttle: Throttle;
}

export interface QuotaRequest {
  usagePlanId: string;
  /** whose count: the key's id, or what it shares with others (ApiKeyDocument.quotaOwnerId) */
  quotaOwnerId: string;
  quota: Quota;
}

/**
 * Token buckets and quotas, exact over all workers of a machine. Answers synchronously while a lease is at
 * hand, so that a generous limit costs no round trip.
 */
export interface CounterStore {
  /** Takes one token of every bucket or of none. `refused` is the key of the first bucket that had none. */
  takeTokens(buckets: BucketRequest[]): TokenAnswer | Promise<TokenAnswer>;
  /** Counts one request against the quota's current period. */
  takeQuota(request: QuotaRequest): QuotaAnswer | Promise<QuotaAnswer>;
}
export type TokenAnswer = { taken: true } | { taken: false; refused: string };
export type QuotaAnswer = { taken: true } | { taken: false };

/** The cache of a stage, or of its canary. */
export interface CacheRef {
  /** `apiId/stage` or `apiId/stage/Canary` */
  name: string;
  maxBytes: number;
}

export interface CachedAnswer {
  status: number;
  headers: [name: string, value: string][];
  body: Buffer;
}

/** Stages' caches. One that cannot answer says "not there"; it never rejects. */
export interface CacheStore {
  get(cache: CacheRef, key: string): CachedAnswer | undefined | Promise<CachedAnswer | undefined>;
  /** Resolves once a call to any worker of the machine would find it. */
  put(cache: CacheRef, key: string, answer: CachedAnswer, validity: Validity): void | Promise<void>;
}
export interface Validity {
  ttlMs: number;
  /** ms since the epoch when its call came: what is older than a flush is not kept */
  since: number;
}

/** One call of a function, as Lambda's Invoke has it. */
export interface FunctionCall {
  /** ARN of a function, a version or an alias */
  functionArn: string;
  /** JSON, at most 6 MB (256 KB for Event) */
  payload: Buffer;
  /**
   * What AWS calls AWS:SourceArn (sourceArn.ts): the function's own policy must let it in. Absent: who calls has a right
   * of its own, a role or a signature, and the policy is not asked.
   */
  sourceArn?: string | undefined;
  /** in whose name; `arn:aws:iam::*:user/*` in the signer's. The engine asks them (withRoles.ts). */
  role?: string | undefined;
  /** who signed the API's call */
  signer?: Signer | undefined;
  invocationType: 'RequestResponse' | 'Event';
  timeoutInMillis: number;
  /** X-Amz-Client-Context as it came: base64 of a JSON object, at most 3,583 characters */
  clientContext?: string | undefined;
  /** integration or authorizer that calls: connections to functions elsewhere are never shared between two */
  caller?: string | undefined;
  /** gives up when the client of the gateway leaves */
  signal?: AbortSignal | undefined;
}
/** Whose signature a call has: what tells users, and sessions of roles, apart. */
export interface Signer {
  /** undefined: a role's session */
  userName: string | undefined;
  /** AIDA..., of a role's session AROA...:name */
  userId: string;
}
export interface FunctionAnswer {
  /** Lambda's own: 200, 202 for Event, 403 for one that may not call, 404 for a function that is not there, 413, 429 */
  status: number;
  /** X-Amzn-ErrorType of a refusal, e.g. `AccessDeniedException` */
  errorType?: string;
  /** present when the function threw, ended, timed out or answered what is none */
  functionError?: 'Handled' | 'Unhandled';
  payload: Buffer;
  /** x-amzn-RequestId of the invocation, for logs */
  requestId?: string;
}
export interface StreamedFunctionAnswer {
  status: number;
  errorType?: string;
  functionError?: 'Handled' | 'Unhandled';
  /** the function's bytes as they come; breaks off when the function does */
  body: Readable;
}

/**
 * Functions of this machine, or behind a Lambda endpoint elsewhere.
 * Rejects with FunctionUnreachable alone: nobody answered, or not in time.
 */
export interface FunctionInvoker {
  invoke(call: FunctionCall): Promise<FunctionAnswer>;
  /** InvokeWithResponseStream; resolves with the first byte */
  stream(call: FunctionCall): Promise<StreamedFunctionAnswer>;
}
export class FunctionUnreachable extends Error {
  constructor(
    readonly reason: 'timeout' | 'unreachable' | 'client-gone',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'FunctionUnreachable';
  }
}

/** An open WebSocket, as GetConnection tells it. Times in ms since the epoch. */
export interface LiveConnection {
  connectionId: string;
  stageName: string;
  connectedAt: number;
  lastActiveAt: number;
  sourceIp: string;
  userAgent: string;
}

/** Without `stageName` any stage of the API is meant. Plain JSON, for it crosses processes. */
export type ConnectionQuestion =
  | { type: 'get' | 'delete'; connectionId: string; apiId: string; stageName?: string | undefined }
  | {
      type: 'post';
      connectionId: string;
      apiId: string;
      stageName?: string | undefined;
      /** base64, of at most 128 KB */
      data: string;
      isBinary: boolean;
    }
  /** the longest open first */
  | { type: 'list'; apiId: string; limit: number };

export interface ConnectionAnswer {
  /** `gone`: there is no such connection; `unanswered`: who holds it did not answer in time */
  outcome: 'ok' | 'gone' | 'unanswered';
  /** of `get` and `list` */
  connections?: LiveConnection[];
}

/** Where connections are. An id names the engine that holds it, so that every engine finds every connection. */
export interface ConnectionDirectory {
  /** 16 characters, base64 for URLs with its `=`; nobody guesses one */
  newConnectionId(): string;
  /** Called once: what other engines, and control, ask of this one. */
  serve(answer: (question: ConnectionQuestion) => ConnectionAnswer): void;
  /** Asks the engine that holds the connection; never rejects, and answers in a few seconds whatever happens. */
  ask(question: Exclude<ConnectionQuestion, { type: 'list' }>): Promise<ConnectionAnswer>;
}

/** One finished call, as metrics and usage see it. Times in milliseconds. */
export interface CallRecord {
  /** ms since the epoch, when the answer's last byte was handed over */
  time: number;
  requestId: string;
  restApiId: string;
  /** `prod/Canary` for calls that a canary answered, as AWS names that dimension */
  stageName: string;
  /** template of the matched resource; '' when none matched */
  resourcePath: string;
  httpMethod: string;
  status: number;
  latency: number;
  /** absent when no backend was called */
  integrationLatency?: number | undefined;
  apiKeyId?: string | undefined;
  usagePlanId?: string | undefined;
  /** of the IAM user who signed, let through or not */
  accessKeyId?: string | undefined;
  /** true when this call was counted against the plan's quota */
  quotaCounted: boolean;
  /** of calls to methods that the stage's cache covers */
  cache?: 'hit' | 'miss' | undefined;
  /** gateway response type, e.g. THROTTLED; absent when the answer is the integration's */
  responseType?: string | undefined;
  responseLength: number;
  /** what the backend answered, of a function proxy what its code did; absent when none was called or none answered */
  backendStatus?: number | undefined;
  /** of HTTP APIs: bytes of body that came and that went */
  dataProcessed: number;
}

/** Called once for each call, synchronously, never throws, never waits; the record does not change any more. */
export interface Recorder {
  record(call: CallRecord): void;
}

/** One line of a stage's access log. */
export interface AccessLogEvent {
  logGroupName: string;
  /** ms since the epoch, when the answer's last byte was handed over */
  time: number;
  message: string;
}

/** Called once for each call of a stage that logs, synchronously, never throws, never waits. */
export interface AccessLogs {
  write(event: AccessLogEvent): void;
}

export interface Clock {
  /** ms since the epoch; for dates shown or stored */
  now(): number;
  /** monotonic ms; for durations, buckets and timeouts (wall time may jump) */
  monotonic(): number;
}

export interface GatewayLog {
  error(message: string, detail: Record<string, unknown>): void;
}

export interface GatewayPorts {
  counters: CounterStore;
  cache: CacheStore;
  functions: FunctionInvoker;
  recorder: Recorder;
  clock: Clock;
  log: GatewayLog;
  /** absent: stages keep no access logs */
  accessLogs?: AccessLogs;
  /** absent: this engine is alone */
  connections?: ConnectionDirectory;
  /** Opens session tokens of temporary credentials; absent: none are taken. */
  openSession?(token: string): Session | undefined;
  /** Keyed hash under which API keys are looked up: base64url text. */
  hashApiKey(value: string): string;
}
