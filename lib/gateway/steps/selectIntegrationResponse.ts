import { GatewayError } from '../GatewayError';
import type { IntegrationResponse, IntegrationResponses } from '../integrations/compileIntegrationResponses';
import type { IntegrationAnswer } from '../integrations/Integration';
import type { Call } from '../pipeline/Call';

/**
 * Selects the integration response whose pattern matches the whole status code (of a function: its error message),
 * else the default.
 * @throws GatewayError API_CONFIGURATION_ERROR when there is none, or its status code is not declared
 */
export function selectIntegrationResponse(
  { trace }: Call,
  responses: IntegrationResponses,
  { status, selector = String(status) }: IntegrationAnswer,
): IntegrationResponse {
  const response = responses(selector);
  if (!response)
    throw new GatewayError(
      'API_CONFIGURATION_ERROR',
      `No match for output mapping and no default output mapping configured. Endpoint Response Status Code: ${status}`,
    );
  if (!response.declared)
    throw new GatewayError(
      'API_CONFIGURATION_ERROR',
      `Output mapping refers to an invalid method response: ${response.statusCode}`,
    );
  trace?.add('selectIntegrationResponse', `Integration response ${response.statusCode} was selected`);
  return response;
}
