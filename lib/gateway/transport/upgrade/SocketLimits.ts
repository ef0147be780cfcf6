/** Every bound of a WebSocket connection. Times in milliseconds, sizes in bytes; tests make them small. */
export interface SocketLimits {
  /** AWS closes a connection on which no frame went either way for so long */
  idleTimeout: number;
  /** AWS closes every connection after two hours */
  longestLife: number;
  /** AWS: 32 KB; larger messages must be sent in fragments, and are */
  frameBytes: number;
  /** AWS: 128 KB */
  messageBytes: number;
  /** what may wait for a client that does not read; above it the connection is closed */
  bufferedBytes: number;
  /** a client that takes nothing of what waits for so long is closed */
  stalledReader: number;
  /** messages of one connection that are at work at once; nothing further is read from it meanwhile */
  messagesAtWork: number;
  /** and how large they may be together */
  bytesAtWork: number;
  /** how often lives are looked at */
  sweepInterval: number;
  /** a client that does not answer a close frame in this is cut off; after a fault, what came before has so long */
  closeTimeout: number;
  /** AWS: new connections each second, of the account */
  connectsPerSecond: number;
}

/** (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html) */
export const DEFAULT_SOCKET_LIMITS: SocketLimits = {
  idleTimeout: 600_000,
  longestLife: 7_200_000,
  frameBytes: 32 * 1024,
  messageBytes: 128 * 1024,
  bufferedBytes: 1024 * 1024,
  stalledReader: 30_000,
  messagesAtWork: 64,
  bytesAtWork: 512 * 1024,
  sweepInterval: 1_000,
  closeTimeout: 5_000,
  connectsPerSecond: 500,
};
