/** Every bound of the listener. Times in milliseconds, sizes in bytes; tests make them small. */
export interface ListenerLimits {
  /** characters of the request target; AWS: 10,240 */
  targetLength: number;
  /** all header lines: names, values and line ends; AWS: 20,480 */
  headerBytes: number;
  /** what the parser takes before it gives up on a head; above `headerBytes` so that the gate names the fault */
  parserHeadBytes: number;
  /** AWS: 10 MB */
  bodyBytes: number;
  /** bodies of all calls in flight together; above it a call is answered 503 */
  bodyBudgetBytes: number;
  /** a head that is not whole by then is answered 408 (reliability.md 3, trap 6) */
  headersTimeout: number;
  /** a request that is not whole by then is answered 408, whatever its rate */
  requestTimeout: number;
  /** AWS closes idle client connections after 310 s */
  keepAliveTimeout: number;
  connectionsCheckingInterval: number;
  /** bytes per second that a body must bring, judged per window (trap 7) */
  minBodyRate: number;
  rateWindow: number;
  /**
   * A client that takes nothing of what lies ready for so long is cut off. Longer than `rateWindow`, because
   * the kernel reports progress of a slow reader only once a third of its send buffer is free.
   */
  stalledReader: number;
  /** how long a refused client may go on sending, so that it reads the answer and not a reset */
  linger: number;
  /** requests of one connection that may wait for the one being served */
  pipelined: number;
}

export const DEFAULT_LISTENER_LIMITS: ListenerLimits = {
  targetLength: 10_240,
  headerBytes: 20_480,
  parserHeadBytes: 65_536,
  bodyBytes: 10_485_760,
  bodyBudgetBytes: 268_435_456,
  headersTimeout: 10_000,
  requestTimeout: 300_000,
  keepAliveTimeout: 310_000,
  connectionsCheckingInterval: 1_000,
  minBodyRate: 500,
  rateWindow: 10_000,
  stalledReader: 30_000,
  linger: 1_000,
  pipelined: 64,
};
