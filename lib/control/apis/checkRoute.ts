import type { ApiPartKind } from '@/db/schema';
import type { FieldError } from '@/lib/model/ControlError';
import type { Place } from './ApiPart';
import { findPartOrNull, type PartRow, partRows } from './partRows';
import { refuseAll, unsupported } from './refuse';
import type { RouteState } from './routePart';

/** `GET /pets/{id}`; a `{name+}` stands for all that is left of the path. */
const HTTP_KEY =
  /^(?:GET|HEAD|OPTIONS|PUT|POST|PATCH|DELETE|ANY) (?=\/)(?:\/|(?:\/(?:[A-Za-z0-9._~$%!&'()*+,;=:@-]+|\{[\w.:-]+\}))*(?:\/\{[\w.:-]+\+\}|\/)?)$/;
const HTTP_FORMAT =
  'The provided route key is not formatted properly for HTTP protocol. Format should be "<HTTP METHOD> /<RESOURCE PATH>" or "$default"';
const OWN_KEYS = new Set(['$connect', '$disconnect', '$default']);

/** @throws ControlError BadRequestException with everything that is wrong with the route */
export async function checkRoute(place: Place, route: RouteState): Promise<void> {
  const isHttp = place.api.protocolType === 'HTTP';
  refuseAll([
    ...(isHttp ? httpFaults(route) : webSocketFaults(route)),
    ...(await targetFaults(place, route)),
    ...(await authorizerFaults(place, route)),
    ...(await modelFaults(place, route)),
  ]);
}

function httpFaults({ routeKey, ...route }: RouteState): FieldError[] {
  const isKey = routeKey === '$default' || (HTTP_KEY.test(routeKey) && namesOnce(routeKey));
  const { apiKeyRequired, modelSelectionExpression, requestModels, requestParameters } = route;
  const { routeResponseSelectionExpression } = route;
  return [
    ...(isKey ? [] : [{ field: 'routeKey', message: HTTP_FORMAT }]),
    ...unsupported('HTTP', {
      apiKeyRequired,
      modelSelectionExpression,
      requestModels,
      requestParameters,
      routeResponseSelectionExpression,
    }),
  ];
}

function namesOnce(routeKey: string): boolean {
  const names = routeKey.match(/\{[^}]+\}/g) ?? [];
  return new Set(names.map((name) => name.replace('+', ''))).size === names.length;
}

/** An API key is asked for at $connect alone; AWS takes `apiKeyRequired` on every route, and so does this. */
function webSocketFaults(route: RouteState): FieldError[] {
  const { routeKey, authorizationType, requestParameters = {} } = route;
  const faults: FieldError[] = [];
  const say = (field: string, message: string) => faults.push({ field, message });
  if (routeKey.startsWith('$') && !OWN_KEYS.has(routeKey))
    say('routeKey', 'Route keys that begin with $ are $connect, $disconnect and $default alone');
  if (authorizationType === 'JWT')
    say('authorizationType', 'JWT authorization is not currently supported for WEBSOCKET protocol.');
  if (authorizationType !== 'NONE' && routeKey !== '$connect')
    say('authorizationType', 'Currently, authorization is restricted to the $connect route only');
  if ((route.routeResponseSelectionExpression ?? '$default') !== '$default')
    say('routeResponseSelectionExpression', 'Route response selection expression must be $default');
  for (const name of Object.keys(requestParameters))
    if (!/^route\.request\.(header|querystring)\.[^\s]+$/.test(name))
      say(`requestParameters.${name}`, `Invalid mapping expression specified: ${name}`);
  return faults;
}

async function targetFaults(place: Place, { target }: RouteState): Promise<FieldError[]> {
  if (!target) return [];
  const [, id] = /^integrations\/([^/]+)$/.exec(target) ?? [];
  if (id && (await partOf(place, 'integration', id))) return [];
  return [{ field: 'target', message: `Invalid target specified: ${target}` }];
}

function partOf(
  { call, api, parts }: Place,
  kind: ApiPartKind,
  id: string,
): Promise<PartRow | null> | PartRow | null {
  if (!parts) return findPartOrNull(call.db, api.apiId, kind, id);
  return parts.find((part) => part.kind === kind && part.id === id) ?? null;
}

async function authorizerFaults(
  place: Place,
  { authorizationType, authorizerId }: RouteState,
): Promise<FieldError[]> {
  if (authorizationType !== 'CUSTOM' && authorizationType !== 'JWT') return [];
  const row = authorizerId && (await partOf(place, 'authorizer', authorizerId));
  const type = authorizationType === 'JWT' ? 'JWT' : 'REQUEST';
  if (row && 'authorizerType' in row.settings && row.settings.authorizerType === type) return [];
  const message =
    'Invalid authorizer ID specified. Setting the authorization type to CUSTOM or JWT requires a valid authorizer.';
  return [{ field: 'authorizerId', message }];
}

async function modelFaults({ call, api }: Place, { requestModels = {} }: RouteState): Promise<FieldError[]> {
  const names = Object.entries(requestModels);
  if (names.length === 0) return [];
  const known = new Set((await partRows(call.db, api.apiId, 'model')).map(({ key }) => key));
  return names
    .filter(([, name]) => !known.has(name))
    .map(([key, name]) => ({
      field: `requestModels.${key}`,
      message: `Invalid model identifier specified: ${name}`,
    }));
}
