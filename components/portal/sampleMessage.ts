/** A message that the route selection expression sends to a route: `$request.body.a.b` and `hi` give `{"a":{"b":"hi"}}`. */
export function routedMessage(selectionExpression: string, routeKey: string, body: object = {}): string {
  const path = /^\$request\.body\.([\w.-]+)$/.exec(selectionExpression)?.[1]?.split('.');
  if (!path || routeKey === '$default') return JSON.stringify(body, null, 2);
  const chosen = path.reduceRight<unknown>((inner, name) => ({ [name]: inner }), routeKey);
  return JSON.stringify({ ...Object(chosen), ...without(body, path[0]) }, null, 2);
}

const without = (body: object, name = '') =>
  Object.fromEntries(Object.entries(body).filter(([each]) => each !== name));

/** How deep a schema is followed: one may refer to itself. */
const deepest = 5;

/** A value of the shape that a JSON Schema asks for; what it does not say is an empty text. */
export function exampleOf(schema: unknown, depth = 0): unknown {
  if (!isRecord(schema) || depth > deepest) return '';
  if ('default' in schema) return schema.default;
  if (Array.isArray(schema.enum)) return schema.enum[0];
  if (isRecord(schema.properties)) {
    const members = Object.entries(schema.properties);
    return Object.fromEntries(members.map(([name, member]) => [name, exampleOf(member, depth + 1)]));
  }
  if (schema.type === 'object') return {};
  if (schema.type === 'array') return schema.items === undefined ? [] : [exampleOf(schema.items, depth + 1)];
  if (schema.type === 'integer' || schema.type === 'number') return 0;
  return schema.type === 'boolean' ? false : '';
}

/** The same of a schema's text, for a message: {} where it is no object's. */
export function exampleBody(schemaText: string): object {
  const example = exampleOf(parsed(schemaText));
  return isRecord(example) ? example : {};
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
