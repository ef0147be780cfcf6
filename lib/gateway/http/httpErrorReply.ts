import { GatewayError } from '../GatewayError';
import type { GatewayLog } from '../ports';
import { BackendFailure } from '../transport/BackendCall';
import { ClientGone, ClientTooSlow, MalformedBody, OverCapacity } from '../transport/inbound/BodyFailure';
import type { Reply } from '../transport/Request';
import type { HttpCall } from './HttpCall';
import { HttpError, type HttpStatus, httpMessages, httpStatuses } from './HttpError';

/** What ended a call early, to its caller. An error nobody foresaw is logged and not shown. */
export function httpErrorReply(call: HttpCall, error: unknown, log: GatewayLog): Reply {
  if (error instanceof GatewayError) {
    call.ports.faults.note(error, call.report);
    call.report.responseType = error.responseType;
    const headers = error instanceof HttpError ? error.headers : [];
    const status = error instanceof HttpError ? error.status : httpStatuses[error.responseType];
    const { reason, validationErrorString } = error;
    call.report.failure = { message: httpMessages[status], reason, validationErrorString };
    return reply(status, headers);
  }
  if (endedByClient(error)) return { status: 499, headers: [], body: '' };
  log.error('A call failed for a reason nobody foresaw', {
    requestId: call.requestId,
    restApiId: call.report.restApiId,
    error: error instanceof Error ? (error.stack ?? error.message) : String(error),
  });
  call.report.responseType = 'API_CONFIGURATION_ERROR';
  return reply(500, []);
}

function reply(status: HttpStatus, headers: HttpError['headers']): Reply {
  const own = headers.map(([name, value]): [string, string] => [name, value]);
  return {
    status,
    headers: [['Content-Type', 'application/json'], ...own],
    body: JSON.stringify({ message: httpMessages[status] }),
  };
}

/** The transport answers these itself, or there is nobody left to answer. */
function endedByClient(error: unknown): boolean {
  if (error instanceof BackendFailure) return error.reason === 'client-gone';
  return [ClientGone, ClientTooSlow, MalformedBody, OverCapacity].some((kind) => error instanceof kind);
}
