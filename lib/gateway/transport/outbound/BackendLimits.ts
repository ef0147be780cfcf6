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
  /** 1xx answers before the final one */
  interimAnswers: number;
  /** bytes per second that an answer's body must bring, judged per window */
  minBodyRate: number;
  rateWindow: number;
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
  interimAnswers: 10,
  minBodyRate: 500,
  rateWindow: 10_000,
  connectionIdleMillis: 4_000,
  integrationIdleMillis: 300_000,
};
