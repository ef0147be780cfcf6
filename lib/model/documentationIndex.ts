import {
  type DocumentationPart,
  type DocumentationPartLocation,
  type DocumentationPartType,
  documentationTypeRules,
  locationKey,
  normalLocation,
  parseProperties,
} from './documentation';

export interface ResolvedDocumentation {
  properties: Record<string, unknown>;
  /** member -> the location that says it */
  from: Record<string, DocumentationPartLocation>;
}

export interface DocumentationIndex {
  /** @param said what the thing at the location says of itself, without a part (documentedEntities.ts) */
  resolve(location: DocumentationPartLocation, said?: Record<string, unknown>): ResolvedDocumentation;
}

/**
 * Parts, ready to be asked what a location shows. Member by member, the first that says it wins:
 *
 * 1. the part of that very location,
 * 2. what the thing says of itself: a method's summary, description and tags, an import's prose,
 * 3. parts that it inherits, the most specific first: by path, then method, then status code.
 *
 * So the parts are laid over the prose of the methods, and a part for all methods does not talk over what one
 * method says of itself. A question costs as many look-ups as its path has segments, however many parts there are.
 */
export function documentationIndex(parts: readonly DocumentationPart[]): DocumentationIndex {
  const texts = new Map(parts.map(({ location, properties }) => [locationKey(location), properties]));
  const parsed = new Map<string, Record<string, unknown>>();
  const membersAt = (location: DocumentationPartLocation): Record<string, unknown> => {
    const key = locationKey(location);
    const text = texts.get(key);
    if (text === undefined) return {};
    const members = parsed.get(key) ?? saidBy(location.type, parseProperties(text) ?? {});
    parsed.set(key, members);
    return members;
  };
  return {
    resolve(location, said = {}) {
      const own = normalLocation(location);
      const above = inherited(own).map((from) => ({ from, members: membersAt(from) }));
      return lay([...above, { from: own, members: said }, { from: own, members: membersAt(own) }]);
    },
  };
}

/**
 * A part's members as they are compared with others'. The API's description may stand in `info`, as OpenAPI has it
 * and AWS's console writes it: it is the same as `description`, and wins over it.
 */
export function saidBy(
  type: DocumentationPartType,
  properties: Record<string, unknown>,
): Record<string, unknown> {
  const { info } = properties;
  if (type !== 'API' || typeof info !== 'object' || info === null || !('description' in info))
    return properties;
  const { description, ...rest } = info;
  if (typeof description !== 'string') return properties;
  const { info: _info, ...members } = properties;
  return { ...members, description, ...(Object.keys(rest).length > 0 && { info: rest }) };
}

/** Maps, not assignments: a member may be named `__proto__`. */
function lay(layers: { from: DocumentationPartLocation; members: Record<string, unknown> }[]) {
  const properties = new Map<string, unknown>();
  const sources = new Map<string, DocumentationPartLocation>();
  for (const { from, members } of layers)
    for (const [key, value] of Object.entries(members)) {
      properties.set(key, value);
      sources.set(key, from);
    }
  return { properties: Object.fromEntries(properties), from: Object.fromEntries(sources) };
}

/** Where a location may inherit from, least specific first, without itself. */
function inherited(own: DocumentationPartLocation): DocumentationPartLocation[] {
  const { inherits } = documentationTypeRules[own.type];
  if (!inherits) return [];
  const key = locationKey(own);
  const methods = inherits === 'anyMethod' ? anyOr(own.method) : [own.method];
  // A query parameter's part may name none: then it is about all of the method.
  const names = own.type === 'QUERY_PARAMETER' && own.name !== undefined ? [undefined, own.name] : [own.name];
  return pathsAbove(own.path ?? '/')
    .flatMap((path) => methods.map((method) => ({ path, method })))
    .flatMap((at) => anyOr(own.statusCode).map((statusCode) => ({ ...at, statusCode })))
    .flatMap((at) => names.map((name) => normalLocation({ type: own.type, ...at, name })))
    .filter((location) => locationKey(location) !== key);
}

const anyOr = (value: string | undefined) => (value === undefined || value === '*' ? [value] : ['*', value]);

/** `/a/b` -> `/`, `/a`, `/a/b` */
function pathsAbove(path: string): string[] {
  const segments = path.split('/').filter(Boolean);
  return ['/', ...segments.map((_, index) => `/${segments.slice(0, index + 1).join('/')}`)];
}
