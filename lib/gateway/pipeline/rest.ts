import type { Integration } from '../integrations/Integration';
import { Exchange } from '../mapping/Exchange';
import { authorize } from '../steps/authorize';
import { callIntegration } from '../steps/callIntegration';
import { checkApiKey } from '../steps/checkApiKey';
import { mapIntegrationRequest, requireIntegration } from '../steps/mapIntegrationRequest';
import { mapIntegrationResponse } from '../steps/mapIntegrationResponse';
import { matchMethod } from '../steps/matchMethod';
import { passIntegrationResponse } from '../steps/passIntegrationResponse';
import { resolveStage } from '../steps/resolveStage';
import { selectIntegrationResponse } from '../steps/selectIntegrationResponse';
import { takeQuota } from '../steps/takeQuota';
import { throttle } from '../steps/throttle';
import { validateBody } from '../steps/validateBody';
import { validateParameters } from '../steps/validateParameters';
import type { Reply } from '../transport/Request';
import type { Call } from './Call';
import { exchangeFacts } from './exchangeFacts';

/**
 * The whole life of a REST call. A step ends it early by throwing a GatewayError, which serve.ts answers.
 * The order is AWS's: who may call is settled before anything of the body is read.
 */
export async function rest(call: Call): Promise<Reply> {
  const target = resolveStage(call); //                          403 FORBIDDEN
  call.target = target;
  const matched = matchMethod(call, target); //                  403 MISSING_AUTHENTICATION_TOKEN
  const { stage } = target;
  const { method } = matched;
  const facts = stage.methodFacts(method);
  const exchange = new Exchange(exchangeFacts(call, target, matched, facts.route));
  call.exchange = exchange;
  authorize(call, method); //                                    403 ACCESS_DENIED
  const caller = checkApiKey(call, stage, method); //            403 INVALID_API_KEY
  await throttle(call, stage, method, facts, caller); //         429 THROTTLED
  await takeQuota(call, caller); //                              429 QUOTA_EXCEEDED
  exchange.callerKey = caller && { apiKeyId: caller.apiKeyId, apiKey: caller.apiKey };
  validateParameters(call, method, exchange); //                 400 BAD_REQUEST_PARAMETERS
  await validateBody(call, method, exchange); //                 400 BAD_REQUEST_BODY
  return integrate(call, requireIntegration(method.integration), exchange);
}

/** The method's own part: request, backend, response. 415, 500, 502 and 504 come from here. */
async function integrate(call: Call, integration: Integration, exchange: Exchange): Promise<Reply> {
  const request = await mapIntegrationRequest(call, integration, exchange);
  const answer = await callIntegration(call, integration, request, exchange);
  if (!integration.responses) return passIntegrationResponse(call, answer);
  const response = selectIntegrationResponse(call, integration.responses, answer);
  const reply = mapIntegrationResponse(call, response, answer, exchange, request.overrides);
  // AWS sends it for HTTP, not for HTTP_PROXY and MOCK (seen on AWS).
  if (integration.type === 'HTTP') reply.headers.push(['X-Amzn-Trace-Id', call.traceId]);
  return reply;
}
