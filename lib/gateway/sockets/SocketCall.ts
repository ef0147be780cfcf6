import type { Authorized } from '../authorizers/Authorized';
import type { CallerKey } from '../mapping/Exchange';
import type { Call } from '../pipeline/Call';
import type { Ending } from '../transport/upgrade/ClientSocket';

/** What is known of a connection from its handshake on; every event of it carries this. */
export interface ConnectionFacts {
  /** 16 characters, base64 with its `=` */
  readonly id: string;
  readonly apiId: string;
  readonly stageName: string;
  /** ms since the epoch */
  readonly connectedAt: number;
  readonly sourceIp: string;
  readonly userAgent: string | undefined;
  /** as the client called it, in lower case, with the port if it was sent */
  readonly host: string;
  /** settled once, by `$connect` */
  authorized: Authorized | undefined;
  callerKey: CallerKey | undefined;
}

export type SocketEventType = 'CONNECT' | 'MESSAGE' | 'DISCONNECT';

/** One event of a connection, from its first step to its last. */
export interface SocketCall extends Call {
  readonly connection: ConnectionFacts;
  readonly eventType: SocketEventType;
  /** of a message */
  readonly messageId: string | undefined;
  /** of a disconnect */
  readonly ending: Ending | undefined;
  /** the message; '' where there is none */
  readonly text: string;
  /** the message as JSON, undefined when it is none; read once */
  json(): unknown;
  routeKey: string;
}
