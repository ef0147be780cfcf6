import { GatewayError } from '../GatewayError';
import type { Exchange } from '../mapping/Exchange';
import type { SocketRoute } from './compileSocketRoute';
import type { CompiledWebSocketDeployment } from './compileWebSocketDeployment';
import type { SocketCall } from './SocketCall';

/** Never a message's: a client that says `{"action":"$connect"}` names no route of its own. */
const OF_LIFE = new Set(['$connect', '$disconnect']);

/**
 * The route that a message names by exact key, else `$default`; what is not JSON goes there at once.
 * @throws GatewayError FORBIDDEN when there is neither
 */
export function selectSocketRoute(
  call: SocketCall,
  { selectRoute, routes }: CompiledWebSocketDeployment,
  exchange: Exchange,
): SocketRoute {
  const isJson = call.json() !== undefined;
  const selected = isJson ? selectRoute({ json: call.json, exchange }) : undefined;
  const named = selected === undefined || OF_LIFE.has(selected) ? undefined : routes.get(selected);
  const route = named ?? routes.get('$default');
  if (!route) throw new GatewayError('FORBIDDEN', `No route ${selected ?? ''} and no $default`);
  call.routeKey = route.routeKey;
  call.report.resourcePath = route.routeKey;
  return route;
}
