import { callRouteIntegration, requireRouteIntegration } from '../http/callRouteIntegration';
import { checkHeadSize } from '../http/checkHeadSize';
import type { HttpCall } from '../http/HttpCall';
import { httpErrorReply } from '../http/httpErrorReply';
import { passAnswer } from '../http/passAnswer';
import { selectRoute } from '../http/selectRoute';
import { selectStage } from '../http/selectStage';
import { throttleRoute } from '../http/throttleRoute';
import type { GatewayLog } from '../ports';
import type { Reply } from '../transport/Request';

/**
 * The whole life of an HTTP API's call. A step ends it early by throwing a GatewayError, which answerHttp answers. The
 * order is AWS's (reference/http-apis.md section 2): preflights are answered before there is a route.
 */
export async function http(call: HttpCall): Promise<Reply> {
  checkHeadSize(call.request); //                                 431
  const target = selectStage(call); //                            403, 404
  call.target = target;
  const preflight = call.api.cors?.preflight(call.request);
  if (preflight) return preflight; //                             204
  const exchange = selectRoute(call, target); //                  404
  call.exchange = exchange;
  const waiting = throttleRoute(exchange); //                     429
  if (waiting) await waiting;
  const { authorize } = exchange.route;
  if (authorize) exchange.authorized = await authorize(exchange); // 401, 403, 500
  const integration = requireRouteIntegration(exchange); //       500
  const answer = await callRouteIntegration(exchange, integration); // 400, 413, 500, 502, 503, 504
  return withCors(
    call,
    passAnswer(integration.mapResponse ? await integration.mapResponse(exchange, answer) : answer),
  );
}

/** Runs a call to its reply, with the id that every reply of an HTTP API carries; never rejects. */
export async function answerHttp(call: HttpCall, log: GatewayLog): Promise<Reply> {
  let reply: Reply;
  try {
    reply = await http(call);
  } catch (error) {
    // A page must be able to read why it was refused (from memory).
    reply = withCors(call, httpErrorReply(call, error, log));
  }
  reply.headers.push(['apigw-requestid', call.requestId]);
  return reply;
}

function withCors({ api, request }: HttpCall, reply: Reply): Reply {
  if (api.cors) reply.headers = api.cors.overwrite(request, reply.headers);
  return reply;
}
