import type { ParameterDocumentation } from '@/lib/model/parameterDocumentation';
import type { Location } from '../flatType';
import type { SourceNode } from '../source/SourceNode';
import type { ImportContext } from './ImportContext';
import { readDocumentation } from './readDocumentation';

interface RequestParameters {
  /** `method.request.{path|querystring|header}.X` -> required */
  requestParameters: Record<string, boolean>;
  /** the same keys; those only that say more than their name */
  parameterDocumentation: Record<string, ParameterDocumentation>;
  /** Swagger 2.0's `in: body` parameter */
  body?: SourceNode;
}

const locations = new Map<string, Location>([
  ['path', 'path'],
  ['query', 'querystring'],
  ['header', 'header'],
]);
const parameterName = /^[A-Za-z0-9._$-]+$/;

/**
 * Parameters of an operation: those of its path, replaced by its own of the same name and place.
 * @param variables names of the path's variables
 */
export function readRequestParameters(
  context: ImportContext,
  shared: readonly SourceNode[],
  given: readonly SourceNode[],
  variables: ReadonlySet<string>,
): RequestParameters {
  const own = withoutTwins(given);
  const result: RequestParameters = { requestParameters: {}, parameterDocumentation: {} };
  const replaced = places(context, own);
  for (const node of shared)
    if (!replaced.has(placeOf(context, node) ?? '')) add(context, node, variables, result);
  for (const node of own) add(context, node, variables, result);
  // A variable of the path is a required parameter although the document declares none (recorded).
  for (const name of variables)
    if (!isTaken(name, 'path', result)) result.requestParameters[`method.request.path.${name}`] = true;
  return result;
}

/** AWS's exports to Swagger 2.0 write the body once for each media type: the same parameter, as often. */
function withoutTwins(nodes: readonly SourceNode[]): SourceNode[] {
  const bodies = new Set<string>();
  return nodes.filter((node) => {
    if (node.child('in')?.content !== 'body') return true;
    const text = JSON.stringify(node.toValue());
    const isNew = !bodies.has(text);
    if (!isNew) node.reading = 'whole';
    bodies.add(text);
    return isNew;
  });
}

/** Place and name of each of an operation's parameters; one that stands twice is refused. */
function places(context: ImportContext, own: readonly SourceNode[]): Set<string> {
  const seen = new Set<string>();
  for (const node of own) {
    const place = placeOf(context, node);
    if (place && seen.has(place)) context.reading.refuse(node, `The parameter ${place} stands twice.`);
    if (place) seen.add(place);
  }
  return seen;
}

function placeOf({ reading }: ImportContext, node: SourceNode): string | undefined {
  const fields = reading.object(node);
  const place = reading.text(fields.get('in'));
  return place === undefined ? undefined : `${place}.${reading.text(fields.get('name')) ?? ''}`;
}

function add(
  context: ImportContext,
  node: SourceNode,
  variables: ReadonlySet<string>,
  result: RequestParameters,
): void {
  const { reading } = context;
  const target = reading.resolve(node);
  if (!target) return;
  const fields = reading.object(target);
  const name = reading.text(fields.get('name'));
  const place = reading.text(fields.get('in'));
  if (!name || !place) {
    reading.refuse(target, 'A parameter needs "name" and "in".');
    return;
  }
  if (place === 'body') {
    if (result.body) reading.refuse(node, 'An operation has at most one body parameter.');
    reading.accept(fields.get('required'), true, false);
    result.body = target;
  } else addPlain(context, target, { name, place, variables }, result);
}

function addPlain(
  context: ImportContext,
  node: SourceNode,
  { name, place, variables }: { name: string; place: string; variables: ReadonlySet<string> },
  result: RequestParameters,
): void {
  const { reading } = context;
  const location = locations.get(place);
  if (!location || !parameterName.test(name)) {
    reading.warn(node, refusal(name, place, location));
    node.reading = 'whole';
    return;
  }
  if (location === 'path' && !variables.has(name))
    reading.refuse(node, `The path has no variable {${name}} for this path parameter.`);
  if (isTaken(name, location, result))
    reading.refuse(node, 'Parameter names must be unique across querystring, header and path');
  const fields = reading.object(node);
  const required = fields.get('required');
  const isRequired = reading.flag(required) ?? false;
  if (required && location === 'path' && !isRequired)
    reading.warn(required, 'A path parameter is always required.');
  const key = `method.request.${location}.${name}`;
  result.requestParameters[key] = isRequired || location === 'path';
  const documentation = readDocumentation(context, fields, location);
  if (documentation) result.parameterDocumentation[key] = documentation;
}

function refusal(name: string, place: string, location: string | undefined): string {
  if (location)
    return `The parameter name "${name.slice(0, 100)}" cannot be declared: letters, digits and . _ $ - only.`;
  return `Parameters in "${place.slice(0, 100)}" are not kept: a method declares path, query and header parameters.`;
}

function isTaken(name: string, location: string, { requestParameters }: RequestParameters): boolean {
  const others = ['path', 'querystring', 'header'].filter((other) => other !== location);
  return others.some((other) => `method.request.${other}.${name}` in requestParameters);
}
