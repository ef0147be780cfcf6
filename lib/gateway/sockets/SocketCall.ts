import type { Authorized } from '../authorizers/Authorized';
import type { CallerKey, Exchange } from '../mapping/Exchange';
import { parseJson } from '../mapping/parseJson';
import { type Call, type CallPorts, CallReport } from '../pipeline/Call';
import { newExtendedRequestId } from '../pipeline/ids';
import { traceIdFor } from '../pipeline/traceId';
import type { Serving } from '../snapshot/compiled';
import type { Trace } from '../telemetry/trace';
import type { Request } from '../transport/Request';
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

/** What tells one event from another. */
export interface SocketEvent {
  readonly eventType: SocketEventType;
  readonly routeKey: string;
  /** the handshake, or what stands for it later */
  readonly request: Request;
  /** of a message */
  readonly messageId?: string;
  /** of a disconnect */
  readonly ending?: Ending;
  /** the message; absent where there is none */
  readonly text?: string;
}

/**
 * One event of a connection, from its first step to its last. A class whose members are all there from the start: a
 * literal that is spread together costs a message more than all of its steps.
 */
export class SocketCall implements Call {
  /** AWS gives one id to an event: requestId and extendedRequestId are the same (reference section 9). */
  readonly requestId = newExtendedRequestId();
  readonly eventType: SocketEventType;
  readonly messageId: string | undefined;
  readonly ending: Ending | undefined;
  /** '' where there is none */
  readonly text: string;
  readonly request: Request;
  routeKey: string;
  readonly time: number;
  readonly report: CallReport;
  readonly address = undefined;
  readonly target = undefined;
  exchange: Exchange | undefined = undefined;
  private parsed: { value: unknown } | undefined = undefined;
  private knownTraceId: string | undefined = undefined;

  constructor(
    event: SocketEvent,
    readonly connection: ConnectionFacts,
    readonly serving: Serving,
    readonly ports: CallPorts,
    /** undefined but for the Test panel and for routes whose events are logged */
    public trace: Trace | undefined = undefined,
  ) {
    this.eventType = event.eventType;
    this.messageId = event.messageId;
    this.ending = event.ending;
    this.text = event.text ?? '';
    this.request = event.request;
    this.routeKey = event.routeKey;
    this.time = ports.clock.now();
    this.report = new CallReport(this.requestId, event.eventType);
    this.report.restApiId = connection.apiId;
    this.report.stageName = connection.stageName;
    this.report.resourcePath = event.routeKey;
  }

  get extendedRequestId(): string {
    return this.requestId;
  }

  get traceId(): string {
    this.knownTraceId ??= traceIdFor(this.request.header('x-amzn-trace-id'), this.time);
    return this.knownTraceId;
  }

  /** the message as JSON, undefined when it is none; read once */
  readonly json = (): unknown => {
    this.parsed ??= { value: jsonOf(this.text) };
    return this.parsed.value;
  };
}

function jsonOf(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}
