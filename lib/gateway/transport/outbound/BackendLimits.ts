/** Every bound of calls to backends. Times in milliseconds, sizes in bytes; tests make them small. */
export interface BackendLimits {
  /** calls in flight per integration: the bulkhead (reliability.md 3, trap 4) */
  slots: number;
  /** calls that may wait for a slot of one integration */
  queue: number;
  /** longest wait for a slot */
  queueMillis: number;
  /**
   * Failures in a row (refused, reset, timed out) that open the breaker: enough that a flaky answer or one
   * deploy of the backend under light load does not.
   */
  breakerFailures: number;
  /** how long it stays open before one call may probe */
  breakerOpenMillis: number;
  /** names, values and line ends of an answer's head */
  answerHeadBytes: number;
  /**
   * An answer's body, unless it is a stream's. AWS's limit for payloads: what is longer is 500 where its length is
   * told, and is cut off where it is not.
   */
  answerBytes: number;
  /** 1xx answers before the final one */
  interimAnswers: number;
  /** bytes per second that an answer's body must bring, judged per window */
  minBodyRate: number;
  rateWindow: number;
  /** calls in flight of an integration that streams: they last, and a bulkhead as small as `slots` would be full soon */
  streams: number;
  /** a stream that brings nothing for so long is ended; AWS: 5 min (30 s for edge-optimized APIs) */
  streamIdleMillis: number;
  /** from call to last byte; AWS: 15 min */
  streamTotalMillis: number;
  /** what a stream may bring as fast as it can; AWS: 10 MB */
  streamBurstBytes: number;
  /** bytes per second after that; AWS: 2 MB/s */
  streamRate: number;
  /** a link's target that takes no connection for so long is passed over for the next one */
  linkConnectMillis: number;
  /** and is avoided for so long */
  linkAvoidMillis: number;
  /** how long a second of a link's health check is; tests make it short */
  healthSecondMillis: number;
  /** a connection unused for so long is closed; short, because backends close theirs unannounced (trap 5) */
  connectionIdleMillis: number;
  /** an integration that was not called for so long is forgotten */
  integrationIdleMillis: number;
}

export const DEFAULT_BACKEND_LIMITS: BackendLimits = {
  slots: 64,
  queue: 256,
  queueMillis: 5_000,
  breakerFailures: 20,
  breakerOpenMillis: 2_000,
  answerHeadBytes: 32_768,
  answerBytes: 10_485_760,
  interimAnswers: 10,
  minBodyRate: 500,
  rateWindow: 10_000,
  streams: 1_024,
  streamIdleMillis: 300_000,
  streamTotalMillis: 900_000,
  streamBurstBytes: 10_485_760,
  streamRate: 2_097_152,
  linkConnectMillis: 3_000,
  linkAvoidMillis: 10_000,
  healthSecondMillis: 1_000,
  connectionIdleMillis: 4_000,
  integrationIdleMillis: 300_000,
};
