import type { ApiDeploymentDocument, RouteDocument } from '../snapshot/apiTypes';
import { rejecting, SnapshotRejected } from '../snapshot/SnapshotRejected';
import { compileHttpAuthorization } from './authorizers/compileHttpAuthorization';
import type { HttpAuthorization } from './HttpAuthorized';
import type { HttpIntegration } from './HttpIntegration';
import { compileHttpIntegration } from './integrations/compileHttpIntegration';
import { RouteTable } from './RouteTable';

/** An HTTP API's deployment, ready to run. Never changes; calls that began on it end on it. */
export interface CompiledHttpDeployment {
  apiId: string;
  deploymentId: string;
  /** of the document it was made from */
  fingerprint: string;
  routes: RouteTable<HttpRoute>;
  /** `$default` */
  defaultRoute: HttpRoute | undefined;
}

export interface HttpRoute {
  routeKey: string;
  /** the key's path, or `$default` */
  path: string;
  /** undefined: anybody may call */
  authorize: HttpAuthorization | undefined;
  /** undefined: the route has no target, which AWS answers with 500 */
  integration: HttpIntegration | undefined;
}

/**
 * Makes an HTTP API's deployment ready to run; runs once for each deployment.
 * @throws SnapshotRejected with the place and the reason
 */
export function compileHttpDeployment(
  document: ApiDeploymentDocument,
  fingerprint: string,
): CompiledHttpDeployment {
  const { apiId, deploymentId } = document;
  const integrations = compileIntegrations(document);
  const routes = new RouteTable<HttpRoute>();
  let defaultRoute: HttpRoute | undefined;
  for (const [index, one] of document.routes.entries()) {
    const place = `routes[${index}]`;
    const { method, path } = rejecting(`${place}.routeKey`, () => readRouteKey(one.routeKey));
    const route: HttpRoute = {
      routeKey: one.routeKey,
      path,
      authorize: rejecting(`${place}.authorizerId`, () =>
        compileHttpAuthorization(one, document.authorizers),
      ),
      integration: integrationOf(one, integrations, place),
    };
    if (method !== undefined) rejecting(`${place}.routeKey`, () => routes.add(method, path, route));
    else if (defaultRoute) throw new SnapshotRejected(`${place}.routeKey`, '$default is there twice');
    else defaultRoute = route;
  }
  return { apiId, deploymentId, fingerprint, routes, defaultRoute };
}

function compileIntegrations({ integrations }: ApiDeploymentDocument): Map<string, HttpIntegration> {
  const compiled = new Map<string, HttpIntegration>();
  for (const [index, one] of integrations.entries()) {
    const place = `integrations[${index}]`;
    if (compiled.has(one.integrationId)) throw new SnapshotRejected(place, 'is there twice');
    compiled.set(
      one.integrationId,
      rejecting(place, () => compileHttpIntegration(one)),
    );
  }
  return compiled;
}

/** @returns no method for `$default` */
function readRouteKey(routeKey: string): { method: string | undefined; path: string } {
  if (routeKey === '$default') return { method: undefined, path: routeKey };
  const [, method, path] = /^(DELETE|GET|HEAD|OPTIONS|PATCH|POST|PUT|ANY) (\/.*)$/s.exec(routeKey) ?? [];
  if (method === undefined || path === undefined) throw new Error(`${routeKey} is no route key`);
  return { method, path };
}

function integrationOf(
  { target }: RouteDocument,
  integrations: ReadonlyMap<string, HttpIntegration>,
  place: string,
): HttpIntegration | undefined {
  if (target === undefined) return undefined;
  const found = integrations.get(target.replace(/^integrations\//, ''));
  if (!found) throw new SnapshotRejected(`${place}.target`, `${target} is not here`);
  return found;
}
