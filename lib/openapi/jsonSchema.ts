/** A schema that is an object; `true` and `false` are schemas too (draft 6 on) and are left alone. */
export type Schema = Record<string, unknown>;

const one = new Set([
  'additionalItems',
  'additionalProperties',
  'contains',
  'else',
  'if',
  'items',
  'not',
  'propertyNames',
  'then',
  'unevaluatedItems',
  'unevaluatedProperties',
]);
const many = new Set(['allOf', 'anyOf', 'items', 'oneOf', 'prefixItems']);
const named = new Set([
  '$defs',
  'definitions',
  'dependencies',
  'dependentSchemas',
  'patternProperties',
  'properties',
]);

/**
 * Rewrites a schema and every schema in it. Knows which keywords hold schemas, so that a property named `$ref`
 * or an example that looks like a schema stays as it is. Keeps the order of members.
 * @param visit gets each schema before its children, with the path to it
 */
export function mapSchema(
  value: unknown,
  visit: (schema: Schema, path: string[]) => Schema,
  path: string[] = [],
): unknown {
  if (!isSchema(value)) return value;
  const entries = Object.entries(visit(value, path)).map(([keyword, child]) => [
    keyword,
    mapKeyword(keyword, child, visit, [...path, keyword]),
  ]);
  return Object.fromEntries(entries);
}

function mapKeyword(
  keyword: string,
  child: unknown,
  visit: (schema: Schema, path: string[]) => Schema,
  path: string[],
): unknown {
  if (many.has(keyword) && Array.isArray(child))
    return child.map((item, index) => mapSchema(item, visit, [...path, `${index}`]));
  if (one.has(keyword)) return mapSchema(child, visit, path);
  if (!named.has(keyword) || !isSchema(child)) return child;
  const entries = Object.entries(child).map(([name, item]) => [
    name,
    mapSchema(item, visit, [...path, name]),
  ]);
  return Object.fromEntries(entries);
}

export function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
