import type { Readable } from 'node:stream';
import type { Departure } from './Departure';

/** A call as the rest of the engine sees it: it passed the gate, so it is unambiguous. */
export interface Request {
  /** upper case, a token (RFC 9110 9.1) */
  method: string;
  /** origin-form path as sent, never decoded, begins with `/` */
  path: string;
  /** raw query without `?`; '' when none */
  query: string;
  /** name and value as received, in order */
  headers: readonly (readonly [name: string, value: string])[];
  /** last value of a header; name in lower case */
  header(name: string): string | undefined;
  /** Host header's value, lower case, with port if sent */
  host: string;
  /** e.g. HTTP/1.1 */
  protocol: string;
  /** address of the peer of the socket */
  sourceIp: string;
  /** monotonic ms when the head was complete */
  startedAt: number;
  /** happens when the client leaves before the answer is whole */
  clientGone: Departure;
  /** of the body, as far as it was read */
  bodyBytes: number;
  /**
   * The whole body. Bounded by the 10 MB limit.
   * @throws GatewayError REQUEST_TOO_LARGE; ClientTooSlow below the minimum rate; ClientGone
   */
  readBody(): Promise<Buffer>;
}

/** What goes back to the client. A stream must be backpressured by the transport and is destroyed if the client leaves. */
export interface Reply {
  status: number;
  headers: [name: string, value: string][];
  body: Buffer | string | Readable;
  /** status and headers go before the first byte of a stream is there; such a stream cannot change its mind */
  headAtOnce?: boolean;
}

/** The engine behind the transport: must not reject (pipeline/serve turns every failure into a Reply). */
export type Handler = (request: Request) => Promise<Reply>;
/** Told once a reply was sent or given up: bytes of body sent, and whether all of it went. */
export type Sent = (request: Request, reply: Reply, sent: { bodyBytes: number; complete: boolean }) => void;
