import { GatewayError, type ResponseType } from '../GatewayError';
import type { GatewayLog } from '../ports';
import { gatewayResponses } from '../responses/gatewayResponses';
import type { Reply } from '../transport/Request';
import type { SocketCall } from './SocketCall';
import type { Frame } from './SocketIntegration';

/** What ended an event early, as the client is told it. */
interface SocketError {
  status: number;
  errorType: string;
  message: string;
}

/** AWS's texts where they are not those of its gateway responses. */
const MESSAGES: Partial<Record<ResponseType, string>> = {
  INTEGRATION_FAILURE: 'Internal server error',
  AUTHORIZER_FAILURE: 'Internal server error',
  AUTHORIZER_CONFIGURATION_ERROR: 'Internal server error',
};

/** Notes it for operators and the recorder; an error nobody foresaw is logged and not shown. */
export function socketError(call: SocketCall, error: unknown, log: GatewayLog): SocketError {
  const known = error instanceof GatewayError ? error : unforeseen(call, error, log);
  if (known === error) call.ports.faults.note(known, call.report);
  const { responseType, publicMessage, errorType } = known;
  const response = gatewayResponses[responseType];
  call.report.responseType = responseType;
  const message = publicMessage ?? MESSAGES[responseType] ?? response.message;
  const { reason, validationErrorString } = known;
  call.report.failure = { message, reason, validationErrorString };
  if (call.trace?.log) call.trace.fail('serve', reason, { responseType, status: response.status });
  return { status: response.status, errorType: errorType ?? response.errorType, message };
}

function unforeseen({ requestId, connection }: SocketCall, error: unknown, log: GatewayLog): GatewayError {
  log.error('An event of a connection failed for a reason nobody foresaw', {
    requestId,
    apiId: connection.apiId,
    error: error instanceof Error ? (error.stack ?? error.message) : String(error),
  });
  return new GatewayError('API_CONFIGURATION_ERROR', 'Internal server error');
}

function errorText({ connection, requestId }: SocketCall, message: string): string {
  return JSON.stringify({ message, connectionId: connection.id, requestId });
}

/** In place of a message's answer. */
export function errorFrame(call: SocketCall, { message }: SocketError): Frame {
  return { data: Buffer.from(errorText(call, message)), isBinary: false };
}

/** In place of the 101. */
export function refusedHandshake(call: SocketCall, { status, errorType, message }: SocketError): Reply {
  return {
    status,
    headers: [
      ['Content-Type', 'application/json'],
      ['x-amzn-ErrorType', errorType],
      ['x-amzn-RequestId', call.requestId],
    ],
    body: errorText(call, message),
  };
}
