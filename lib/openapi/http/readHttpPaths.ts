import type { Authorizer } from '@/lib/model/v2/authorizer';
import { type RouteInput, routeInput } from '@/lib/model/v2/route';
import { defined } from '../read/defined';
import type { Reading } from '../read/Reading';
import type { SourceNode } from '../source/SourceNode';
import type { Integrations } from './Integrations';
import { readHttpSecurity } from './readHttpSecurity';
import { warnOfMissing } from './warnOfMissing';

export interface HttpContext {
  reading: Reading;
  schemes: ReadonlyMap<string, SourceNode>;
  /** by the name of their scheme */
  authorizers: ReadonlyMap<string, Authorizer>;
  integrations: Integrations;
}

const verbs = new Map([
  ['get', 'GET'],
  ['put', 'PUT'],
  ['post', 'POST'],
  ['delete', 'DELETE'],
  ['patch', 'PATCH'],
  ['options', 'OPTIONS'],
  ['head', 'HEAD'],
  ['x-amazon-apigateway-any-method', 'ANY'],
]);

/** Every operation as a route. @param prefix the base path that stands before every path */
export function readHttpPaths(context: HttpContext, prefix: string): RouteInput[] {
  const { reading } = context;
  const paths = reading.root.child('paths');
  if (!paths) reading.refuse(reading.root, '"paths" is missing.');
  const routes: RouteInput[] = [];
  for (const [path, item] of reading.object(paths)) {
    if (path.startsWith('/')) routes.push(...readPathItem(context, prefix, path, item));
    else if (!path.startsWith('x-'))
      reading.refuse(item, `The path "${path.slice(0, 100)}" must begin with "/".`);
  }
  return routes;
}

function readPathItem(context: HttpContext, prefix: string, path: string, item: SourceNode): RouteInput[] {
  const { reading } = context;
  const fields = reading.object(item);
  acceptPathParameters(reading, fields.get('parameters'));
  return [...fields].flatMap(([key, node]) => {
    const verb = verbs.get(key);
    if (!verb) return [];
    warnOfMissing(reading, `'${path}'(${key})`, reading.object(node));
    return readRoute(context, `${verb} ${prefix}${path}`, node) ?? [];
  });
}

function readRoute(context: HttpContext, address: string, node: SourceNode): RouteInput | undefined {
  const { reading, integrations } = context;
  const fields = reading.object(node);
  const isDefault = reading.flag(fields.get('isDefaultRoute')) ?? false;
  const routeKey = isDefault ? '$default' : address;
  const source = fields.get('x-amazon-apigateway-integration');
  if (!source) reading.warn(node, `No integration defined for route ${routeKey}: calls of it fail.`);
  acceptProse(reading, fields);
  const operationId = fields.get('operationId');
  const value = defined({
    routeKey,
    target: source && integrations.target(source),
    operationName: reading.text(operationId) || undefined,
    ...readHttpSecurity(context, fields),
  });
  return reading.check(routeInput, value, node);
}

/** What is only for readers. */
function acceptProse(reading: Reading, fields: ReadonlyMap<string, SourceNode>): void {
  for (const member of ['summary', 'description', 'tags', 'responses']) {
    const node = fields.get(member);
    if (node) reading.whole(node);
  }
  acceptPathParameters(reading, fields.get('parameters'));
}

/** The path says them already. */
function acceptPathParameters(reading: Reading, node: SourceNode | undefined): void {
  for (const item of reading.list(node)) {
    const target = reading.resolve(item);
    if (target?.child('in')?.content === 'path') reading.whole(target);
  }
}
