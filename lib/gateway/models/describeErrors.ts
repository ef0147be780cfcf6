import type { ErrorObject } from 'ajv';

/**
 * What a body breaks, as `$context.error.validationErrorString` says it. The sentences are those of the Java
 * library that AWS answers with (json-schema-validator's message bundle), e.g.
 * `[object has missing required properties (["name"])]`.
 */
export function describeErrors(errors: readonly ErrorObject[]): string {
  const missing = missingByPlace(errors);
  const extra = extraByPlace(errors);
  const sentences = errors.flatMap((error) => {
    if (error.keyword === 'required') return once(missing, error.instancePath, MISSING);
    if (error.keyword === 'additionalProperties') return once(extra, error.instancePath, EXTRA);
    const describe = SENTENCES[error.keyword];
    return describe ? [describe(error)] : [`instance fails keyword ${error.keyword}`];
  });
  return `[${sentences.join(', ')}]`;
}

const MISSING = (names: string) => `object has missing required properties (${names})`;
const EXTRA = (names: string) =>
  `object instance has properties which are not allowed by the schema: ${names}`;

/** The Java library names all that an object lacks in one sentence, in the order of the alphabet. */
function once(byPlace: Map<string, string[]>, place: string, say: (names: string) => string): string[] {
  const names = byPlace.get(place);
  byPlace.delete(place);
  return names ? [say(JSON.stringify([...names].sort()))] : [];
}

function missingByPlace(errors: readonly ErrorObject[]): Map<string, string[]> {
  return grouped(errors, 'required', ({ params }) => String(params.missingProperty));
}

function extraByPlace(errors: readonly ErrorObject[]): Map<string, string[]> {
  return grouped(errors, 'additionalProperties', ({ params }) => String(params.additionalProperty));
}

function grouped(errors: readonly ErrorObject[], keyword: string, nameOf: (error: ErrorObject) => string) {
  const groups = new Map<string, string[]>();
  for (const error of errors) {
    if (error.keyword !== keyword) continue;
    groups.set(error.instancePath, [...(groups.get(error.instancePath) ?? []), nameOf(error)]);
  }
  return groups;
}

const text = (value: unknown) => JSON.stringify(value);
const lengthOf = ({ data }: ErrorObject) => Array.from(String(data)).length;
const countOf = ({ data }: ErrorObject) =>
  Array.isArray(data) ? data.length : Object.keys(data as object).length;

const SENTENCES: Record<string, (error: ErrorObject) => string> = {
  type: (error) => {
    const allowed = [error.schema].flat().map(String).sort();
    return `instance type (${typeOf(error.data)}) does not match any allowed primitive type (allowed: ${text(allowed)})`;
  },
  enum: ({ data, schema }) =>
    `instance value (${text(data)}) not found in enum (possible values: ${text(schema)})`,
  minLength: (error) =>
    `string ${text(error.data)} is too short (length: ${lengthOf(error)}, required minimum: ${error.schema})`,
  maxLength: (error) =>
    `string ${text(error.data)} is too long (length: ${lengthOf(error)}, maximum allowed: ${error.schema})`,
  pattern: ({ data, schema }) => `ECMA 262 regex ${text(schema)} does not match input string ${text(data)}`,
  minimum: ({ data, schema, parentSchema }) =>
    parentSchema?.exclusiveMinimum === true && data === schema
      ? `numeric instance is not strictly greater than the required minimum ${schema}`
      : `numeric instance is lower than the required minimum (minimum: ${schema}, found: ${data})`,
  maximum: ({ data, schema, parentSchema }) =>
    parentSchema?.exclusiveMaximum === true && data === schema
      ? `numeric instance is not strictly lower than the required maximum ${schema}`
      : `numeric instance is greater than the required maximum (maximum: ${schema}, found: ${data})`,
  multipleOf: ({ data, schema }) => `remainder of division is not zero (${data} / ${schema})`,
  minItems: (error) =>
    `array is too short: must have at least ${error.schema} elements but instance has ${countOf(error)} elements`,
  maxItems: (error) =>
    `array is too long: must have at most ${error.schema} elements but instance has ${countOf(error)} elements`,
  uniqueItems: () => 'array must not contain duplicate elements',
  minProperties: (error) =>
    `object has too few properties (found ${countOf(error)} but schema requires at least ${error.schema})`,
  maxProperties: (error) =>
    `object has too many properties (found ${countOf(error)} but schema requires at most ${error.schema})`,
  anyOf: ({ schema }) => `instance failed to match at least one required schema among ${count(schema)}`,
  oneOf: ({ schema, params }) => {
    const matched = Array.isArray(params.passingSchemas) ? params.passingSchemas.length : 0;
    return `instance failed to match exactly one schema (matched ${matched} out of ${count(schema)})`;
  },
  not: () => 'instance matched a schema which it should not have',
};

const count = (schema: unknown) => (Array.isArray(schema) ? schema.length : 0);

/** JSON's types as the Java library names them. */
function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value;
}
