import { GatewayError } from '../GatewayError';
import type { IntegrationAnswer } from '../integrations/Integration';
import { readWhole } from '../integrations/readWhole';
import type { Exchange } from '../mapping/Exchange';
import { callIntegration } from '../steps/callIntegration';
import { noteAnswerBody } from '../telemetry/executionLog/noteAnswerBody';
import { pairsForTrace } from '../telemetry/redact';
import type { SocketRoute } from './compileSocketRoute';
import type { SocketCall } from './SocketCall';
import type { SocketIntegration, WholeAnswer } from './SocketIntegration';

export interface Integrated {
  integration: SocketIntegration;
  answer: WholeAnswer;
}

/**
 * Calls the route's backend and reads its answer whole, whoever is to get it.
 * @throws GatewayError of a backend that failed; API_CONFIGURATION_ERROR for a route without an integration
 */
export async function integrateEvent(
  call: SocketCall,
  { integration, routeKey }: SocketRoute,
  exchange: Exchange,
): Promise<Integrated> {
  if (!integration) throw new GatewayError('API_CONFIGURATION_ERROR', `Route ${routeKey} has no integration`);
  const { clock } = call.ports;
  const end = clock.monotonic() + exchange.facts.route.timeoutInMillis;
  const request = integration.mapRequest(call, exchange);
  call.trace?.add('mapIntegrationRequest', 'Endpoint request', {
    uri: request.url,
    headers: pairsForTrace(request.headers),
    body: call.trace.text(request.body),
  });
  const answer = await callIntegration(call, integration.backend, request, exchange);
  if (isWhole(answer)) return { integration, answer };
  const body = await readWhole(answer.body, Math.max(0, end - clock.monotonic()));
  if (call.trace) noteAnswerBody(call.trace, body);
  return { integration, answer: { ...answer, body } };
}

function isWhole(answer: IntegrationAnswer): answer is WholeAnswer {
  return Buffer.isBuffer(answer.body);
}
