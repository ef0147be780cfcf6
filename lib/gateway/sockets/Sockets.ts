import { randomUUID } from 'node:crypto';
import { GatewayError } from '../GatewayError';
import type { CallPorts } from '../pipeline/Call';
import { connect, disconnect, message } from '../pipeline/websocket';
import type { AccessLogs, ConnectionDirectory, ConnectionQuestion, GatewayLog, Recorder } from '../ports';
import type { Serving } from '../snapshot/compiled';
import { callAddress } from '../steps/callAddress';
import { logSocketAccess } from '../telemetry/accessLog/logAccess';
import { logExecution } from '../telemetry/executionLog/logExecution';
import { BackendFailure } from '../transport/BackendCall';
import type { Reply, Request } from '../transport/Request';
import type { Ending } from '../transport/upgrade/ClientSocket';
import { DEFAULT_SOCKET_LIMITS, type SocketLimits } from '../transport/upgrade/SocketLimits';
import type { Accepted, UpgradeHandler } from '../transport/upgrade/Upgrades';
import { Connection } from './Connection';
import { Connections, closeIfGone } from './Connections';
import { EventRequest } from './EventRequest';
import { refuseDisabled, socketAddress } from './resolveSocketStage';
import { SocketCall } from './SocketCall';
import type { Frame } from './SocketIntegration';
import { errorFrame, refusedHandshake, socketError } from './socketError';
import { hasToken } from './throttleAccount';

export interface SocketsOptions {
  current(): Serving | undefined;
  ports: CallPorts;
  recorder: Recorder;
  accessLogs: AccessLogs | undefined;
  log: GatewayLog;
  directory: ConnectionDirectory;
  limits?: Partial<SocketLimits>;
}

/** The engine behind WebSockets: answers every event of every connection and records it exactly once. */
export class Sockets implements UpgradeHandler {
  readonly connections = new Connections();
  private readonly limits: SocketLimits;
  private readonly sweep: NodeJS.Timeout;
  /** `$disconnect`s at work */
  private readonly endings = new Set<Promise<void>>();
  private isClosing = false;

  constructor(private readonly options: SocketsOptions) {
    this.limits = { ...DEFAULT_SOCKET_LIMITS, ...options.limits };
    const { clock } = options.ports;
    this.sweep = setInterval(
      () => this.connections.look(clock.monotonic()),
      this.limits.sweepInterval,
    ).unref();
    options.directory.serve((question) => this.connections.answer(question));
  }

  takes(address: Pick<Request, 'host' | 'path' | 'headers'>): boolean {
    const serving = this.options.current();
    const called = serving && callAddress(address, serving.domains);
    if (!called || !serving.webSocketApis.has(called.apiId)) return false;
    return !socketAddress(called).path.startsWith('/@');
  }

  async connect(request: Request): Promise<Accepted | Reply> {
    const serving = this.options.current();
    const address = serving && callAddress(request, serving.domains);
    if (!serving || !address) return { status: 503, headers: [], body: '' };
    const { clock } = this.options.ports;
    const { apiId, stageName, path } = socketAddress(address);
    const connection = this.newConnection(request, { apiId, stageName, connectedAt: clock.now() });
    const event = { eventType: 'CONNECT', routeKey: '$connect', request } as const;
    const call = new SocketCall(event, connection, serving, this.options.ports);
    try {
      await this.takeConnect(call);
      refuseDisabled(call, address);
      if (path !== '' && path !== '/')
        throw new GatewayError('FORBIDDEN', 'Only a stage can be connected to');
      const { status, protocol } = await connect(call);
      this.record(call, status);
      return status >= 200 && status < 300 ? this.accepted(connection, protocol) : refusedBy(call, status);
    } catch (error) {
      if (error instanceof BackendFailure && error.reason === 'client-gone') {
        this.record(call, 499);
        return { status: 499, headers: [], body: '' };
      }
      const told = socketError(call, error, this.options.log);
      this.record(call, told.status);
      return refusedHandshake(call, told);
    }
  }

  /** Asks the engine that holds it: this one, or another by the directory. */
  ask(question: Exclude<ConnectionQuestion, { type: 'list' }>) {
    const here = this.connections.has(question.connectionId);
    return here ? this.connections.answer(question) : this.options.directory.ask(question);
  }

  /** Closes with 1001 once what is at work was answered; resolves when `$disconnect`s are done too. */
  async close(): Promise<void> {
    this.isClosing = true;
    await this.connections.leave();
    while (this.endings.size > 0) await Promise.all(this.endings);
    clearInterval(this.sweep);
  }

  private newConnection(
    request: Request,
    named: Pick<Connection, 'apiId' | 'stageName' | 'connectedAt'>,
  ): Connection {
    const { ports, directory } = this.options;
    const { sourceIp, host } = request;
    return new Connection(
      { ...named, id: directory.newConnectionId(), sourceIp, host, userAgent: request.header('user-agent') },
      {
        clock: ports.clock,
        limits: this.limits,
        work: {
          message: (connection, text) => this.message(connection, text),
          closed: (connection, ending) => this.closed(connection, ending),
        },
      },
    );
  }

  private accepted(connection: Connection, protocol: string | undefined): Accepted {
    return {
      protocol,
      opened: (open) => {
        this.connections.add(connection);
        connection.open(open(connection));
        // The stage may have gone while $connect ran.
        const serving = this.options.current();
        if (serving) closeIfGone(connection, serving);
        if (this.isClosing) connection.leave();
      },
      missed: () => this.closed(connection, { code: 1006, reason: 'Connection Closed Abnormally' }),
    };
  }

  private async message(connection: Connection, text: string): Promise<Frame | undefined> {
    const serving = this.options.current();
    if (!serving) return undefined;
    const { ports } = this.options;
    const request = new EventRequest(connection, text, ports.clock.monotonic());
    const event = { eventType: 'MESSAGE', routeKey: '', text, messageId: randomUUID(), request } as const;
    const call = new SocketCall(event, connection, serving, ports);
    try {
      const frame = await message(call);
      if (frame && frame.data.length > this.limits.messageBytes)
        throw new GatewayError(
          'API_CONFIGURATION_ERROR',
          `The answer is over ${this.limits.messageBytes} bytes`,
        );
      this.record(call, 200);
      return frame;
    } catch (error) {
      const told = socketError(call, error, this.options.log);
      this.record(call, told.status);
      return errorFrame(call, told);
    }
  }

  private closed(connection: Connection, ending: Ending): void {
    const work = this.disconnect(connection, ending).finally(() => this.endings.delete(work));
    this.endings.add(work);
    this.connections.remove(connection);
  }

  private async disconnect(connection: Connection, ending: Ending): Promise<void> {
    const serving = this.options.current();
    if (!serving) return;
    const { ports } = this.options;
    const request = new EventRequest(connection, '', ports.clock.monotonic());
    const event = { eventType: 'DISCONNECT', routeKey: '$disconnect', ending, request } as const;
    const call = new SocketCall(event, connection, serving, ports);
    let status = 200;
    try {
      if (this.isThere(call)) await disconnect(call);
    } catch (error) {
      ({ status } = socketError(call, error, this.options.log));
    }
    this.record(call, status);
  }

  /** Of a stage that was deleted nothing is called. */
  private isThere({ serving, connection }: SocketCall): boolean {
    return (
      serving.webSocketApis.get(connection.apiId)?.stages.get(connection.stageName)?.deployment !== undefined
    );
  }

  /** AWS's quota on new connections, of the account. */
  private async takeConnect(call: SocketCall): Promise<void> {
    const { connectsPerSecond: limit } = this.limits;
    const throttle = { rateLimit: limit, burstLimit: limit };
    if (!(await hasToken(call, { key: 'account:connects', throttle })))
      throw new GatewayError('THROTTLED', `More than ${limit} new connections a second`);
  }

  private record(call: SocketCall, status: number): void {
    const { report, request, ports } = call;
    const { recorder, accessLogs } = this.options;
    report.time = ports.clock.now();
    report.latency = ports.clock.monotonic() - request.startedAt;
    report.status = status;
    recorder.record(report);
    if (!accessLogs) return;
    logSocketAccess(call, accessLogs);
    if (call.trace) logExecution(call, NO_REPLY, accessLogs);
  }
}

/** What a client is told stands in its failure's reason. */
const NO_REPLY = { headers: [], body: undefined };

/** The integration's own status; its body is not sent. */
function refusedBy({ requestId }: SocketCall, status: number): Reply {
  return { status, headers: [['x-amzn-RequestId', requestId]], body: '' };
}
