import { GatewayError } from '../GatewayError';
import type { Call } from '../pipeline/Call';
import type { CompiledMethod, CompiledResource } from '../snapshot/compiled';
import type { Target } from './resolveStage';

export interface MatchedMethod {
  resource: CompiledResource;
  method: CompiledMethod;
  /** the verb in effect: X-HTTP-Method-Override counts for routing and for the backend alike */
  httpMethod: string;
  pathParameters: Record<string, string>;
}

/** ANY stands for these only; a HEAD does not fall back to GET. */
const ANY = new Set(['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT']);

/** @throws GatewayError MISSING_AUTHENTICATION_TOKEN for an unknown path and a wrong verb alike (seen on AWS) */
export function matchMethod({ request, report, trace }: Call, { stage, path }: Target): MatchedMethod {
  const httpMethod = request.header('x-http-method-override')?.toUpperCase() ?? request.method;
  if (ANY.has(httpMethod)) report.httpMethod = httpMethod;
  const route = stage.deployment.routes.match(path);
  if (!route) throw new GatewayError('MISSING_AUTHENTICATION_TOKEN', `No resource matches ${path}`);
  const { value: resource, parameters } = route;
  report.resourcePath = resource.path;
  const method = resource.methods.get(httpMethod) ?? anyMethod(resource, httpMethod);
  if (!method)
    throw new GatewayError('MISSING_AUTHENTICATION_TOKEN', `${resource.path} has no method ${httpMethod}`);
  trace?.add('matchMethod', `Method ${method.httpMethod} of ${resource.path}`, {
    httpMethod,
    path,
    pathParameters: parameters,
  });
  return { resource, method, httpMethod, pathParameters: parameters };
}

function anyMethod(resource: CompiledResource, httpMethod: string): CompiledMethod | undefined {
  return ANY.has(httpMethod) ? resource.methods.get('ANY') : undefined;
}
