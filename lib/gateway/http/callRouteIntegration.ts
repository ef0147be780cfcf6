import { GatewayError, type ResponseType } from '../GatewayError';
import type { IntegrationAnswer } from '../integrations/Integration';
import { BackendFailure, type BackendFailureReason } from '../transport/BackendCall';
import type { HttpExchange } from './HttpExchange';
import type { HttpIntegration } from './HttpIntegration';

/**
 * Calls the backend.
 * @throws GatewayError of a backend that failed; BackendFailure `client-gone`
 */
export async function callRouteIntegration(
  exchange: HttpExchange,
  integration: HttpIntegration,
): Promise<IntegrationAnswer> {
  const { fault } = exchange.facts.route;
  if (fault !== undefined) throw new GatewayError('API_CONFIGURATION_ERROR', fault);
  const { ports, report } = exchange.call;
  report.isFunctionProxy = integration.isFunctionProxy === true;
  const startedAt = ports.clock.monotonic();
  try {
    const answer = await integration.call(exchange);
    report.backendStatus = answer.status;
    exchange.answered = answer;
    return answer;
  } catch (error) {
    throw error instanceof BackendFailure ? failed(error) : error;
  } finally {
    report.integrationLatency = ports.clock.monotonic() - startedAt;
  }
}

/** @throws GatewayError for a route that was deployed without an integration, as AWS answers */
export function requireRouteIntegration({ route }: HttpExchange): HttpIntegration {
  if (!route.integration)
    throw new GatewayError('API_CONFIGURATION_ERROR', `Route ${route.routeKey} has no integration`);
  return route.integration;
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

function failed(failure: BackendFailure): Error {
  if (failure.reason === 'client-gone') return failure;
  return new GatewayError(responseTypes[failure.reason], `The backend failed: ${failure.message}`);
}
