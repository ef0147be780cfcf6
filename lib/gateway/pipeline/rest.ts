import type { CacheKey } from '../cache/compileCacheKey';
import type { Integration } from '../integrations/Integration';
import { Exchange } from '../mapping/Exchange';
import type { CompiledMethod, MethodCaching } from '../snapshot/compiled';
import { authorize } from '../steps/authorize';
import { callIntegration } from '../steps/callIntegration';
import { checkApiKey } from '../steps/checkApiKey';
import { compressReply } from '../steps/compressReply';
import { mapIntegrationRequest, requireIntegration } from '../steps/mapIntegrationRequest';
import { mapIntegrationResponse } from '../steps/mapIntegrationResponse';
import { matchMethod } from '../steps/matchMethod';
import { passIntegrationResponse } from '../steps/passIntegrationResponse';
import { readCache } from '../steps/readCache';
import { resolveStage } from '../steps/resolveStage';
import { selectIntegrationResponse } from '../steps/selectIntegrationResponse';
import { takeQuota } from '../steps/takeQuota';
import { throttle } from '../steps/throttle';
import { validateBody } from '../steps/validateBody';
import { validateParameters } from '../steps/validateParameters';
import { cachedReply, withWarning, writeCache } from '../steps/writeCache';
import { noteStart } from '../telemetry/executionLog/noteStart';
import { traceForLog } from '../telemetry/executionLog/traceForLog';
import type { Reply } from '../transport/Request';
import type { Call } from './Call';
import { DecodedRequest, decodedRequest } from './DecodedRequest';
import { exchangeFacts } from './exchangeFacts';

const WHOLE_TRACE = /^Root=[\w:.-]{1,128};Parent=[0-9a-f]{16}(;Sampled=[01?])?$/;
const TRACED: ReadonlySet<string> = new Set(['AWS', 'AWS_PROXY', 'HTTP']);

/**
 * The whole life of a REST call. A step ends it early by throwing a GatewayError, which serve.ts answers.
 * The order is AWS's: who may call is settled before anything of the body is read.
 */
export async function rest(call: Call): Promise<Reply> {
  const target = resolveStage(call); //                          403 FORBIDDEN
  call.target = target;
  call.request = decodedRequest(call.request); //                415 UNSUPPORTED_MEDIA_TYPE
  const matched = matchMethod(call, target); //                  403 MISSING_AUTHENTICATION_TOKEN
  const { stage } = target;
  const { method } = matched;
  const facts = stage.methodFacts(method);
  if (facts.executionLog) call.trace = traceForLog(call, facts.executionLog);
  const exchange = new Exchange(exchangeFacts(call, target, matched, facts.route));
  call.exchange = exchange;
  if (method.authorization)
    exchange.authorized = await authorize(call, stage, method.authorization, exchange); // 401 UNAUTHORIZED, 403 ACCESS_DENIED, 414 REQUEST_URI_TOO_LONG
  const caller = checkApiKey(call, stage, method, exchange); //            403 INVALID_API_KEY
  await throttle(call, stage, method, facts, caller); //         429 THROTTLED
  await takeQuota(call, caller); //                              429 QUOTA_EXCEEDED
  exchange.callerKey = caller && { apiKeyId: caller.apiKeyId, apiKey: caller.apiKey };
  if (call.trace?.log) noteStart(call.trace, exchange);
  // Undone although nobody may ask for the body: what is not of its coding is refused all the same.
  if (call.request instanceof DecodedRequest) await call.request.readBody(); // 415 UNSUPPORTED_MEDIA_TYPE
  validateParameters(call, method, exchange); //                 400 BAD_REQUEST_PARAMETERS
  await validateBody(call, method, exchange); //                 400 BAD_REQUEST_BODY
  const integration = requireIntegration(method.integration);
  const reply =
    facts.caching && method.cacheKey
      ? await fromCache(call, method, facts.caching, method.cacheKey, exchange)
      : await integrate(call, integration, exchange);
  // Not for HTTP_PROXY and MOCK (recorded).
  if (TRACED.has(integration.type)) reply.headers.push(['X-Amzn-Trace-Id', toldTraceId(call)]);
  const { minimumCompressionSize } = stage.deployment;
  if (minimumCompressionSize === undefined || method.streams) return reply;
  return compressReply(call, minimumCompressionSize, reply);
}

/** The caller's own where it names a parent, although the backend got another one (recorded). */
function toldTraceId({ request, traceId }: Call): string {
  const sent = request.header('x-amzn-trace-id');
  return sent !== undefined && WHOLE_TRACE.test(sent) ? sent : traceId;
}

/** A hit skips everything behind it: mapping, backend, response mapping. */
async function fromCache(
  call: Call,
  method: CompiledMethod,
  caching: MethodCaching,
  cacheKey: CacheKey,
  exchange: Exchange,
): Promise<Reply> {
  const lookup = await readCache(call, caching, cacheKey, exchange); // 403 ACCESS_DENIED for a stranger's max-age=0
  const cached = cachedReply(lookup);
  if (cached) return cached;
  const reply = await integrate(call, requireIntegration(method.integration), exchange);
  return withWarning(await writeCache(call, lookup, method, reply), lookup.warning);
}

/** The method's own part: request, backend, response. 415, 500, 502 and 504 come from here. */
async function integrate(call: Call, integration: Integration, exchange: Exchange): Promise<Reply> {
  const request = await mapIntegrationRequest(call, integration, exchange);
  const answer = await callIntegration(call, integration, request, exchange);
  if (!integration.responses) return passIntegrationResponse(call, answer);
  const response = selectIntegrationResponse(call, integration.responses, answer);
  return mapIntegrationResponse(call, response, answer, exchange, request.overrides);
}
