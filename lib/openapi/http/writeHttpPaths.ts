import type { RouteInput } from '@/lib/model/v2/route';
import { compact } from '../write/compact';
import type { Part } from '../write/ExportContext';
import type { HttpApiContent } from './HttpApiContent';
import type { HttpSecurity } from './httpSecurity';
import { inOrder, pathOf } from './inOrder';
import type { SharedIntegrations } from './writeHttpIntegration';

interface PathsContext {
  extensions: boolean;
  security: HttpSecurity;
  shared: SharedIntegrations;
}

const ANY = 'x-amazon-apigateway-any-method';

/** By path. Without extensions there is no word for ANY and `$default`. */
export function writeHttpPaths({ routes }: HttpApiContent, context: PathsContext): Part {
  const paths: Record<string, Part> = {};
  for (const route of inOrder(routes)) {
    const [path, verb] = placeOf(route);
    if (!context.extensions && verb === ANY) continue;
    paths[path] = { ...paths[path], [verb]: writeOperation(route, path, context) };
  }
  return context.extensions ? mapParameters(paths) : paths;
}

/** AWS declares a path's parameters once, behind its operations, a greedy one with its plus. */
function mapParameters(paths: Record<string, Part>): Part {
  const items = Object.entries(paths).map(([path, item]) => [
    path,
    { ...item, ...compact({ parameters: path === '/$default' ? [] : pathParameters(path) }) },
  ]);
  return Object.fromEntries(items);
}

function placeOf({ routeKey }: RouteInput): [path: string, verb: string] {
  const verb = routeKey.slice(0, routeKey.indexOf(' '));
  const isAny = routeKey === '$default' || verb === 'ANY';
  return [pathOf(routeKey), isAny ? ANY : verb.toLowerCase()];
}

function writeOperation(
  route: RouteInput,
  path: string,
  { extensions, security, shared }: PathsContext,
): Part {
  const isDefault = route.routeKey === '$default';
  const integration = route.target === undefined ? undefined : shared.at(route.target);
  return compact({
    operationId: route.operationName,
    // Readers' tools fill what an operation declares.
    parameters: extensions || isDefault ? undefined : pathParameters(path.replaceAll('+}', '}')),
    responses: { default: { description: `Default response for ${route.routeKey}` } },
    security: security.requirements(route),
    ...(extensions && {
      isDefaultRoute: isDefault || undefined,
      'x-amazon-apigateway-integration': integration,
    }),
  });
}

const pathParameters = (path: string): Part[] =>
  [...path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    description: `Generated path parameter for ${name}`,
    required: true,
    schema: { type: 'string' },
  }));
