import { GatewayError, type ResponseType } from '../GatewayError';
import type { Integration, IntegrationAnswer, IntegrationRequest } from '../integrations/Integration';
import type { Exchange } from '../mapping/Exchange';
import type { Call } from '../pipeline/Call';
import { pairsForTrace } from '../telemetry/redact';
import { BackendFailure, type BackendFailureReason } from '../transport/BackendCall';
import { timeStream } from './timeStream';

/**
 * Calls the backend (or, for MOCK, reads the status that the template chose).
 * @throws GatewayError the gateway response of a backend that failed; BackendFailure `client-gone`
 */
export async function callIntegration(
  call: Call,
  integration: Integration,
  request: IntegrationRequest,
  exchange: Exchange,
): Promise<IntegrationAnswer> {
  const { ports, report, trace } = call;
  const { fault } = exchange.facts.route;
  if (fault !== undefined) throw noRoute(fault);
  const startedAt = ports.clock.monotonic();
  const isCall = integration.type !== 'MOCK';
  report.isFunctionProxy = integration.type === 'AWS_PROXY';
  if (isCall) trace?.add('callIntegration', `Sending request to ${request.url}`);
  try {
    const answer = await integration.call(request, exchange, ports, call.serving.services);
    trace?.add('callIntegration', isCall ? 'Received response' : 'The mock chose its status code', {
      status: answer.status,
      ...(isCall && { latency: ports.clock.monotonic() - startedAt }),
      headers: pairsForTrace(answer.headers),
      ...(Buffer.isBuffer(answer.body) && { body: trace.text(answer.body) }),
    });
    if (isCall) {
      report.backendStatus = answer.status;
      exchange.answered = answer;
      if (exchange.facts.route.stream) return timeStream(call, exchange, answer, startedAt);
    }
    return answer;
  } catch (error) {
    throw error instanceof BackendFailure ? gatewayError(error) : error;
  } finally {
    if (isCall) report.integrationLatency = ports.clock.monotonic() - startedAt;
  }
}

function noRoute(fault: string): GatewayError {
  return new GatewayError('API_CONFIGURATION_ERROR', `Execution failed due to configuration error: ${fault}`);
}

const responseTypes: Record<Exclude<BackendFailureReason, 'client-gone'>, ResponseType> = {
  timeout: 'INTEGRATION_TIMEOUT',
  unreachable: 'INTEGRATION_FAILURE',
  busy: 'INTEGRATION_FAILURE',
  garbage: 'DEFAULT_5XX',
  'refused-address': 'API_CONFIGURATION_ERROR',
  'too-long': 'API_CONFIGURATION_ERROR',
  misconfigured: 'API_CONFIGURATION_ERROR',
  'bad-url': 'API_CONFIGURATION_ERROR',
};

function gatewayError(failure: BackendFailure): Error {
  if (failure.reason === 'client-gone') return failure;
  const reason =
    failure.reason === 'bad-url'
      ? 'Execution failed due to configuration error: Invalid endpoint address'
      : `Execution failed due to an error of the backend: ${failure.message}`;
  return new GatewayError(responseTypes[failure.reason], reason);
}
