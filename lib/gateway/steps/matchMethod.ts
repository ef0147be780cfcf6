import { GatewayError } from '../GatewayError';
import type { Call } from '../pipeline/Call';
import type { CompiledMethod, CompiledResource } from '../snapshot/compiled';
import type { Request } from '../transport/Request';
import type { Target } from './resolveStage';
import { signatureFault } from './signatureFault';

export interface MatchedMethod {
  resource: CompiledResource;
  method: CompiledMethod;
  /** the verb in effect: X-HTTP-Method-Override counts for routing and for the backend alike */
  httpMethod: string;
  pathParameters: Record<string, string>;
}

/** ANY stands for these only (a caller cannot name ANY itself); a HEAD does not fall back to GET. */
const VERBS = new Set(['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT']);

/**
 * @throws GatewayError MISSING_AUTHENTICATION_TOKEN for an unknown path and a wrong verb alike (seen on AWS);
 * INVALID_SIGNATURE where the caller sent an Authorization header that is no whole signature
 */
export function matchMethod({ request, report, trace }: Call, { stage, path }: Target): MatchedMethod {
  const httpMethod = verbInEffect(request);
  if (VERBS.has(httpMethod)) report.httpMethod = httpMethod;
  const { routes } = stage.deployment;
  const methodOf = ({ methods }: CompiledResource) =>
    VERBS.has(httpMethod) ? (methods.get(httpMethod) ?? methods.get('ANY')) : undefined;
  const route = routes.match(path, (resource) => methodOf(resource) !== undefined) ?? routes.match(path);
  if (!route) throw unanswered(request, `No resource matches ${path}`);
  const { value: resource, parameters } = route;
  report.resourcePath = resource.path;
  const method = methodOf(resource);
  if (!method) throw unanswered(request, `${resource.path} has no method ${httpMethod}`);
  trace?.add('matchMethod', `Method ${method.httpMethod} of ${resource.path}`, {
    httpMethod,
    path,
    pathParameters: parameters,
  });
  return { resource, method, httpMethod, pathParameters: parameters };
}

function unanswered(request: Request, reason: string): GatewayError {
  return signatureFault(request, reason) ?? new GatewayError('MISSING_AUTHENTICATION_TOKEN', reason);
}

/** Of several overrides none counts: router and backend might not read the same one (reliability.md B5). */
function verbInEffect(request: Request): string {
  if (request.header(OVERRIDE) === undefined) return request.method;
  const overrides = request.headers.filter(([name]) => name.toLowerCase() === OVERRIDE);
  return overrides
    .map(([, value]) => value)
    .join(',')
    .toUpperCase();
}

const OVERRIDE = 'x-http-method-override';
