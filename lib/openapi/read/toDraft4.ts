import { isSchema, type Schema } from '../jsonSchema';

/**
 * A schema in the words of JSON Schema draft 4, which is what models are
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/models-mappings-models.html). OpenAPI 3.1 writes
 * draft 2020-12, and documents of older versions are now and then written by people who know that one.
 */
export function toDraft4(schema: Schema, is31: boolean): Schema {
  const plain = withoutBooleans(exclusive(exclusive(schema, 'minimum'), 'maximum'));
  const { required, ...rest } = plain;
  const known = Array.isArray(required) && required.length === 0 ? rest : plain;
  return is31 ? besideReference(dependencies(tuple(constant(known)))) : known;
}

/** Keywords of newer drafts for which draft 4 has no word: no body is held to them. */
export const lostKeywords = [
  'contains',
  'else',
  'if',
  'maxContains',
  'minContains',
  'propertyNames',
  'then',
  'unevaluatedItems',
  'unevaluatedProperties',
];

/** `exclusiveMinimum: 5` is `minimum: 5, exclusiveMinimum: true`, unless `minimum` alone says more. */
function exclusive(schema: Schema, bound: 'minimum' | 'maximum'): Schema {
  const keyword = bound === 'minimum' ? 'exclusiveMinimum' : 'exclusiveMaximum';
  const limit = schema[keyword];
  const own = schema[bound];
  if (typeof limit !== 'number') return schema;
  const stricter = typeof own === 'number' && (bound === 'minimum' ? own > limit : own < limit);
  const { [keyword]: _limit, [bound]: _own, ...rest } = schema;
  return stricter ? { ...rest, [bound]: own } : { ...rest, [bound]: limit, [keyword]: true };
}

const single = ['items', 'not'];
const lists = ['allOf', 'anyOf', 'items', 'oneOf', 'prefixItems'];
const maps = ['definitions', 'dependentSchemas', 'patternProperties', 'properties'];

/** `true` and `false` are schemas since draft 6. */
function withoutBooleans(schema: Schema): Schema {
  const entries = Object.entries(schema).map(([keyword, value]): [string, unknown] => {
    if (single.includes(keyword) && typeof value === 'boolean') return [keyword, asObject(value)];
    if (lists.includes(keyword) && Array.isArray(value)) return [keyword, value.map(asObject)];
    if (!maps.includes(keyword) || !isSchema(value)) return [keyword, value];
    const members = Object.entries(value).map(([name, member]) => [name, asObject(member)]);
    return [keyword, Object.fromEntries(members)];
  });
  return Object.fromEntries(entries);
}

function asObject(schema: unknown): unknown {
  if (typeof schema !== 'boolean') return schema;
  return schema ? {} : { not: {} };
}

function constant(schema: Schema): Schema {
  if (schema.const === undefined) return schema;
  const { const: value, enum: _values, ...rest } = schema;
  return { ...rest, enum: [value] };
}

function tuple(schema: Schema): Schema {
  if (!Array.isArray(schema.prefixItems)) return schema;
  const { prefixItems, items, ...rest } = schema;
  return { ...rest, items: prefixItems, ...(items !== undefined && { additionalItems: items }) };
}

function dependencies(schema: Schema): Schema {
  const { dependentRequired, dependentSchemas, ...rest } = schema;
  if (!isSchema(dependentRequired) && !isSchema(dependentSchemas)) return schema;
  const all = [rest.dependencies, dependentRequired, dependentSchemas].filter(isSchema);
  return { ...rest, dependencies: Object.assign({}, ...all) };
}

/** What stands beside a `$ref` counts since draft 2019-09, and is ignored in draft 4. */
function besideReference(schema: Schema): Schema {
  const { $ref, ...rest } = schema;
  if (typeof $ref !== 'string' || Object.keys(rest).every((keyword) => says.has(keyword))) return schema;
  const allOf = Array.isArray(rest.allOf) ? rest.allOf : [];
  return { ...rest, allOf: [...allOf, { $ref }] };
}

/** Keywords that no value is held to. */
const says = new Set([
  '$comment',
  'default',
  'definitions',
  'deprecated',
  'description',
  'example',
  'examples',
  'externalDocs',
  'readOnly',
  'summary',
  'title',
  'writeOnly',
]);
