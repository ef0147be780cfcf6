import { GatewayError } from '../GatewayError';
import { Exchange } from '../mapping/Exchange';
import type { GatewayLog } from '../ports';
import type { CustomResponse } from '../responses/compileGatewayResponses';
import { gatewayResponseBody, gatewayResponses } from '../responses/gatewayResponses';
import { responseInput } from '../responses/responseInput';
import { BackendFailure } from '../transport/BackendCall';
import { ClientGone, ClientTooSlow, MalformedBody, OverCapacity } from '../transport/inbound/BodyFailure';
import type { Reply } from '../transport/Request';
import type { Call } from './Call';
import { exchangeFacts } from './exchangeFacts';

/**
 * The gateway response for whatever ended a call early. An error nobody foresaw is logged and not shown; one of the
 * API's own making is logged at a bounded rate.
 */
export function errorReply(call: Call, error: unknown, log: GatewayLog): Reply {
  if (error instanceof GatewayError) {
    // The Test panel shows its calls' faults itself.
    if (!call.trace || call.trace.log) call.ports.faults.note(error, call.report);
    return gatewayReply(call, error);
  }
  if (endedByClient(error)) return { status: 499, headers: [], body: '' };
  log.error('A call failed for a reason nobody foresaw', {
    requestId: call.requestId,
    restApiId: call.report.restApiId,
    error: error instanceof Error ? (error.stack ?? error.message) : String(error),
  });
  return gatewayReply(call, new GatewayError('API_CONFIGURATION_ERROR', 'Internal server error'));
}

function gatewayReply(call: Call, error: GatewayError): Reply {
  const { responseType, reason } = error;
  const { status } = gatewayResponses[responseType];
  const custom = call.target?.stage.deployment.gatewayResponses(responseType);
  const reply = custom ? customReply(call, error, custom) : builtInReply(error);
  reply.status = custom?.status ?? status;
  call.report.responseType = responseType;
  call.report.failure = {
    message: error.publicMessage ?? gatewayResponses[responseType].message,
    reason,
    validationErrorString: error.validationErrorString,
  };
  call.trace?.fail('serve', reason, { responseType, status: reply.status });
  return reply;
}

function builtInReply(error: GatewayError): Reply {
  const { responseType, publicMessage } = error;
  const { status, contentType = 'application/json' } = gatewayResponses[responseType];
  const body = gatewayResponseBody(responseType, publicMessage);
  return { status, headers: headersOf(contentType, error), body };
}

function customReply(call: Call, error: GatewayError, custom: CustomResponse): Reply {
  const reply = builtInReply(error);
  const exchange = call.exchange ?? (call.target && new Exchange(exchangeFacts(call, call.target)));
  if (!exchange) return reply;
  const message = error.publicMessage ?? gatewayResponses[error.responseType].message;
  const input = responseInput(exchange, error, message);
  const template = custom.template(call.request.header('accept'));
  if (template) {
    reply.headers = headersOf(template.contentType, error);
    reply.body = template.render(input);
  }
  reply.headers = overlaid(reply.headers, custom.headers(input));
  return reply;
}

function headersOf(contentType: string, { responseType, errorType }: GatewayError): Reply['headers'] {
  return [
    ['Content-Type', contentType],
    ['x-amzn-ErrorType', errorType ?? gatewayResponses[responseType].errorType],
  ];
}

/** A header of the API's own takes the place of a built-in one of that name. */
function overlaid(headers: Reply['headers'], own: Reply['headers']): Reply['headers'] {
  const named = new Set(own.map(([name]) => name.toLowerCase()));
  return [...headers.filter(([name]) => !named.has(name.toLowerCase())), ...own];
}

/** The transport answers these itself, or there is nobody left to answer. */
function endedByClient(error: unknown): boolean {
  if (error instanceof BackendFailure) return error.reason === 'client-gone';
  return [ClientGone, ClientTooSlow, MalformedBody, OverCapacity].some((kind) => error instanceof kind);
}
