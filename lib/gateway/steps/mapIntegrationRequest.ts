import { GatewayError } from '../GatewayError';
import type { Integration, IntegrationRequest } from '../integrations/Integration';
import type { Exchange } from '../mapping/Exchange';
import type { Call } from '../pipeline/Call';
import { pairsForTrace } from '../telemetry/redact';

const NOTHING = Buffer.alloc(0);

/**
 * Makes the backend's request: parameter mapping, template or passthrough.
 * @throws GatewayError UNSUPPORTED_MEDIA_TYPE, API_CONFIGURATION_ERROR, DEFAULT_4XX, REQUEST_TOO_LARGE
 */
export function mapIntegrationRequest(
  call: Call,
  integration: Integration,
  exchange: Exchange,
): IntegrationRequest | Promise<IntegrationRequest> {
  if (!integration.needsBody(exchange.facts.httpMethod)) return map(call, integration, exchange, NOTHING);
  return call.request.readBody().then((body) => map(call, integration, exchange, body));
}

function map(
  { trace }: Call,
  integration: Integration,
  exchange: Exchange,
  body: Buffer,
): IntegrationRequest {
  trace?.add('mapIntegrationRequest', 'Method request', {
    headers: pairsForTrace(exchange.headers),
    querystring: Object.fromEntries(exchange.querystring),
    body: trace.text(body),
  });
  const mapped = integration.mapRequest(exchange, body);
  trace?.add('mapIntegrationRequest', 'Endpoint request', {
    method: mapped.method,
    uri: mapped.url,
    headers: pairsForTrace(mapped.headers),
    body: trace.text(mapped.body),
  });
  return mapped;
}

/** @throws GatewayError API_CONFIGURATION_ERROR for a method that was deployed without an integration */
export function requireIntegration(integration: Integration | undefined): Integration {
  if (!integration) throw new GatewayError('API_CONFIGURATION_ERROR', 'No integration defined for method');
  return integration;
}
