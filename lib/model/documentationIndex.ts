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
  const byKey = new Map(parts.map((part) => [locationKey(part.location), part]));
  const places = new Set(parts.map(({ location }) => placeOf(normalLocation(location))));
  const parsed = new Map<string, Record<string, unknown>>();
  const layerAt = (from: DocumentationPartLocation): Layer[] => {
    // Most things have no part of their type at their path: those cost no key.
    if (!places.has(placeOf(from))) return [];
    const key = locationKey(from);
    const part = byKey.get(key);
    if (!part) return [];
    const members = parsed.get(key) ?? saidBy(from.type, parseProperties(part.properties) ?? {});
    parsed.set(key, members);
    return [{ from, members }];
  };
  return {
    resolve(location, said = {}) {
      const own = normalLocation(location);
      const above = pathsAbove(own).filter((path) => places.has(placeOf({ type: own.type, path })));
      const key = above.length > 0 ? locationKey(own) : '';
      const inherited = above
        .flatMap((path) => candidatesAt(own, path))
        .filter((from) => locationKey(from) !== key)
        .flatMap(layerAt);
      return lay([...inherited, { from: own, members: said }, ...layerAt(own)]);
    },
  };
}

interface Layer {
  from: DocumentationPartLocation;
  members: Record<string, unknown>;
}

const placeOf = ({ type, path = '' }: DocumentationPartLocation) => `${type} ${path}`;

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
function lay(layers: Layer[]): ResolvedDocumentation {
  const properties = new Map<string, unknown>();
  const sources = new Map<string, DocumentationPartLocation>();
  for (const { from, members } of layers)
    for (const [key, value] of Object.entries(members)) {
      properties.set(key, value);
      sources.set(key, from);
    }
  return { properties: Object.fromEntries(properties), from: Object.fromEntries(sources) };
}

/** Where a location may inherit from at one path, least specific first; itself among them at its own. */
function candidatesAt(own: DocumentationPartLocation, path: string): DocumentationPartLocation[] {
  const { inherits } = documentationTypeRules[own.type];
  const methods = inherits === 'anyMethod' ? anyOr(own.method) : [own.method];
  // A query parameter's part may name none: then it is about all of the method.
  const names = own.type === 'QUERY_PARAMETER' && own.name !== undefined ? [undefined, own.name] : [own.name];
  return methods
    .flatMap((method) => anyOr(own.statusCode).map((statusCode) => ({ method, statusCode })))
    .flatMap((at) => names.map((name) => normalLocation({ type: own.type, path, ...at, name })));
}

const anyOr = (value: string | undefined) => (value === undefined || value === '*' ? [value] : ['*', value]);

/** Of types that inherit: `/a/b` -> `/`, `/a`, `/a/b` */
function pathsAbove({ type, path = '/' }: DocumentationPartLocation): string[] {
  if (!documentationTypeRules[type].inherits) return [];
  const segments = path.split('/').filter(Boolean);
  return ['/', ...segments.map((_, index) => `/${segments.slice(0, index + 1).join('/')}`)];
}
