import type { HttpCall } from '../../http/HttpCall';
import { contextValue } from '../../http/mapping/httpContext';
import { buildContext } from '../../mapping/buildContext';
import { Exchange } from '../../mapping/Exchange';
import type { Call } from '../../pipeline/Call';
import { exchangeFacts } from '../../pipeline/exchangeFacts';
import type { AccessLogs } from '../../ports';
import type { SocketCall } from '../../sockets/SocketCall';
import { socketContext } from '../../sockets/socketContext';
import type { AccessLog } from './AccessLog';
import type { ReadVariable } from './LogLine';
import { outcomeContext, readFrom } from './outcomeContext';

type Logged = Pick<Call, 'report' | 'address'>;

/** A REST API's call, after its answer went. Without a stage there is no log. */
export function logRestAccess(call: Call, logs: AccessLogs): void {
  const { target } = call;
  if (!target?.stage.accessLog) return;
  const exchange = call.exchange ?? new Exchange(exchangeFacts(call, target));
  const context = { ...buildContext(exchange), ...outcome(call), xrayTraceId: call.traceId };
  write(call, target.stage.accessLog, readFrom(context), logs);
}

/** The same of an HTTP API. Its preflights and calls without a route are logged too. */
export function logHttpAccess(call: HttpCall, logs: AccessLogs): void {
  const { target, exchange } = call;
  if (!target?.stage.accessLog) return;
  const settled = readFrom(outcome(call));
  const subject = exchange ?? { call, target };
  const read: ReadVariable = (path) => settled(path) ?? contextValue(subject, path.join('.'));
  write(call, target.stage.accessLog, read, logs);
}

/** An event of a WebSocket. */
export function logSocketAccess(call: SocketCall, logs: AccessLogs): void {
  const { connection, serving } = call;
  const log = serving.webSocketApis.get(connection.apiId)?.stages.get(connection.stageName)?.accessLog;
  if (log) write(call, log, readFrom({ ...socketContext(call, connection), ...outcome(call) }), logs);
}

const outcome = ({ report, address }: Logged) => outcomeContext(report, address);

function write({ report }: Logged, log: AccessLog, read: ReadVariable, logs: AccessLogs): void {
  logs.write({ logGroupName: log.logGroupName, time: report.time, message: log.line.render(read) });
}
