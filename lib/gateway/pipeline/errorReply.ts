import { GatewayError } from '../GatewayError';
import type { GatewayLog } from '../ports';
import { BackendFailure } from '../transport/BackendCall';
import { ClientGone, ClientTooSlow, MalformedBody, OverCapacity } from '../transport/inbound/BodyFailure';
import type { Reply } from '../transport/Request';
import type { Call } from './Call';
import { gatewayResponseBody, gatewayResponses } from './gatewayResponses';

/** The gateway response for whatever ended a call early. An error nobody foresaw is logged and not shown. */
export function errorReply(call: Call, error: unknown, log: GatewayLog): Reply {
  if (error instanceof GatewayError) return gatewayReply(call, error);
  if (endedByClient(error)) return { status: 499, headers: [], body: '' };
  log.error('A call failed for a reason nobody foresaw', {
    requestId: call.requestId,
    restApiId: call.report.restApiId,
    error: error instanceof Error ? (error.stack ?? error.message) : String(error),
  });
  return gatewayReply(call, new GatewayError('API_CONFIGURATION_ERROR', 'Internal server error'));
}

function gatewayReply(call: Call, { responseType, reason, publicMessage }: GatewayError): Reply {
  const { status, errorType, contentType = 'application/json' } = gatewayResponses[responseType];
  call.report.responseType = responseType;
  call.trace?.fail('serve', reason, { responseType, status });
  return {
    status,
    headers: [
      ['Content-Type', contentType],
      ['x-amzn-ErrorType', errorType],
    ],
    body: gatewayResponseBody(responseType, publicMessage),
  };
}

/** The transport answers these itself, or there is nobody left to answer. */
function endedByClient(error: unknown): boolean {
  if (error instanceof BackendFailure) return error.reason === 'client-gone';
  return [ClientGone, ClientTooSlow, MalformedBody, OverCapacity].some((kind) => error instanceof kind);
}
