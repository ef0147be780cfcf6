import { GatewayError } from '../GatewayError';
import type { HttpCall } from './HttpCall';
import { HttpExchange, type HttpTarget } from './HttpExchange';

const NONE: ReadonlyMap<string, string> = new Map();

/**
 * Full match, greedy match, `$default`.
 * @throws GatewayError RESOURCE_NOT_FOUND: no route, or nothing is deployed
 */
export function selectRoute(call: HttpCall, target: HttpTarget): HttpExchange {
  const { stage, path } = target;
  const { deployment } = stage;
  const match = deployment?.routes.match(call.request.method, path);
  const route = match?.value ?? deployment?.defaultRoute;
  if (!route) throw new GatewayError('RESOURCE_NOT_FOUND', `No route for ${call.request.method} ${path}`);
  call.report.resourcePath = route.path;
  return new HttpExchange(call, target, route, match?.parameters ?? NONE, stage.routeFacts(route));
}
