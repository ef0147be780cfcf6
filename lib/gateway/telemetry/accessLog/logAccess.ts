import type { HttpCall } from '../../http/HttpCall';
import { contextValue } from '../../http/mapping/httpContext';
import { buildContext } from '../../mapping/buildContext';
import { type Answered, Exchange } from '../../mapping/Exchange';
import type { Call } from '../../pipeline/Call';
import { exchangeFacts } from '../../pipeline/exchangeFacts';
import type { AccessLogs } from '../../ports';
import type { SocketCall } from '../../sockets/SocketCall';
import { socketContext } from '../../sockets/socketContext';
import type { AccessLog } from './AccessLog';
import { authorizationContext } from './authorizationContext';
import type { ReadVariable } from './LogLine';
import { outcomeContext, readFrom } from './outcomeContext';
import { transferContext } from './transferContext';

interface Logged extends Pick<Call, 'report' | 'address'> {
  exchange: { answered: Answered | undefined } | undefined;
}

/** A REST API's call, after its answer went. Without a stage there is no log. */
export function logRestAccess(call: Call, logs: AccessLogs): void {
  const { target } = call;
  if (!target?.stage.accessLog) return;
  const exchange = call.exchange ?? new Exchange(exchangeFacts(call, target));
  const context = buildContext(exchange);
  const known = outcome(call);
  const integration = { ...known.integration, ...transferContext(call.report, exchange.answered) };
  const authorization = authorizationContext(call.report, context.authorizer);
  const settled = { ...known, integration, ...authorization, xrayTraceId: call.traceId };
  write(call, target.stage.accessLog, readFrom({ ...context, ...settled }), logs);
}

/** The same of an HTTP API. Its preflights and calls without a route are logged too. */
export function logHttpAccess(call: HttpCall, logs: AccessLogs): void {
  const { target, exchange } = call;
  if (!target?.stage.accessLog) return;
  const { dataProcessed } = call.report;
  const settled = readFrom({ ...outcome(call), dataProcessed, authorizer: { error: refusal(call) } });
  const subject = exchange ?? { call, target };
  const read: ReadVariable = (path) => settled(path) ?? contextValue(subject, path.join('.'));
  write(call, target.stage.accessLog, read, logs);
}

/** What the authorizer of a route said of a caller who was not let in. */
function refusal({ report, exchange }: HttpCall): string | undefined {
  const { failure, responseType = '' } = report;
  return exchange?.route.authorize && OF_AUTHORIZERS.has(responseType) ? failure?.reason : undefined;
}

const OF_AUTHORIZERS = new Set([
  'UNAUTHORIZED',
  'ACCESS_DENIED',
  'AUTHORIZER_FAILURE',
  'AUTHORIZER_CONFIGURATION_ERROR',
]);

/** An event of a WebSocket. */
export function logSocketAccess(call: SocketCall, logs: AccessLogs): void {
  const { connection, serving } = call;
  const log = serving.webSocketApis.get(connection.apiId)?.stages.get(connection.stageName)?.accessLog;
  if (!log) return;
  const context = socketContext(call, connection);
  const settled = { ...outcome(call), ...authorizationContext(call.report, context.authorizer) };
  write(call, log, readFrom({ ...context, ...settled }), logs);
}

const outcome = ({ report, address, exchange }: Logged) =>
  outcomeContext(report, address, exchange?.answered);

function write(
  { report }: Pick<Logged, 'report'>,
  log: AccessLog,
  read: ReadVariable,
  logs: AccessLogs,
): void {
  logs.write({ logGroupName: log.logGroupName, time: report.time, message: log.line.render(read) });
}
