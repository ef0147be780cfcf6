import AjvDraft04 from 'ajv-draft-04';
import { LinearPattern } from '../regex/LinearPattern';
import type { ModelDocument } from '../snapshot/types';
import { checkSchemaCost } from './checkSchemaCost';
import { describeErrors } from './describeErrors';
import { hasDuplicates } from './hasDuplicates';

/** A model, ready to judge bodies. */
export interface BodyModel {
  name: string;
  /** @returns undefined when the body keeps to the schema, else what does not, in AWS's words */
  faults(body: unknown): string | undefined;
}

export type Models = (name: string) => BodyModel;

type Schema = Record<string, unknown>;

/** How a model names another of its API; the id in it is not read, so that clones and imports keep their references. */
const OTHER_MODEL = /^https:\/\/apigateway\.amazonaws\.com\/restapis\/[^/]+\/models\/([A-Za-z0-9]+)(#.*)?$/;

/**
 * An API's models (JSON Schema draft 4), each compiled when a method first asks for it, once for all calls. Models
 * may refer to each other and to themselves. `format` is not checked: AWS's guide promises none of draft 4's.
 * @throws Error naming what is wrong with a model that is asked for
 */
export function compileModels(documents: readonly ModelDocument[] = []): Models {
  const schemas = new Map(documents.map(({ name, schema }) => [name, readSchema(schema)]));
  const first = once(() => createAjv(schemas, false));
  const all = once(() => createAjv(schemas, true));
  const known = new Map<string, BodyModel>();
  return (name) => {
    const found = known.get(name);
    if (found) return found;
    const made = compileModel(name, schemas, first, all);
    known.set(name, made);
    return made;
  };
}

/** Most deployments have no use for it, and of those that have most never for the second. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** A model that is no JSON object is only wrong for those who use it. */
function readSchema(text: string): Schema | Error {
  try {
    const schema: unknown = JSON.parse(text);
    if (typeof schema === 'object' && schema !== null && !Array.isArray(schema)) return named(schema);
    return new Error('the schema is not a JSON object');
  } catch {
    return new Error('the schema is not JSON');
  }
}

/** An `id` at the root would take the place of the name under which others find the model. */
function named(schema: object): Schema {
  const { id: _id, $schema: _dialect, ...rest } = rewritten(schema) as Schema;
  return rest;
}

function rewritten(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(rewritten);
  if (typeof value !== 'object' || value === null) return value;
  const { $ref } = value as Schema;
  if (typeof $ref === 'string') return reference(value as Schema, $ref);
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, rewritten(member)]));
}

/** Draft 4: what stands beside a reference is ignored; what others refer to stays. */
function reference({ definitions }: Schema, $ref: string): Schema {
  const [, name, fragment = ''] = OTHER_MODEL.exec($ref) ?? [];
  const target = name === undefined ? $ref : `${uriOf(name)}${fragment}`;
  return { $ref: target, ...(definitions !== undefined && { definitions: rewritten(definitions) }) };
}

const uriOf = (name: string) => `model:${name}`;

type Ajv = InstanceType<typeof AjvDraft04>;

function createAjv(schemas: ReadonlyMap<string, Schema | Error>, allErrors: boolean): Ajv {
  const ajv = new AjvDraft04({
    allErrors,
    strict: false,
    validateFormats: false,
    // Values go into errors: what a caller sent is what AWS's messages show.
    verbose: true,
    code: { regExp: linear },
  });
  ajv.removeKeyword('uniqueItems');
  ajv.addKeyword({
    keyword: 'uniqueItems',
    type: 'array',
    validate: (unique: boolean, items: unknown[]) => !unique || !hasDuplicates(items),
  });
  for (const [name, schema] of schemas)
    if (!(schema instanceof Error)) ajv.addSchema(schema, uriOf(name), undefined, false);
  return ajv;
}

/** ajv asks for patterns through this; `code` is how its generated code would name it, which is not written anywhere. */
const linear = Object.assign((pattern: string) => new LinearPattern(pattern, 'ecma'), {
  code: 'new RegExp',
});

function compileModel(
  name: string,
  schemas: ReadonlyMap<string, Schema | Error>,
  first: () => Ajv,
  all: () => Ajv,
): BodyModel {
  const schema = schemas.get(name);
  if (schema === undefined) throw new Error(`there is no model ${name}`);
  if (schema instanceof Error) throw new Error(`model ${name}: ${schema.message}`);
  const validator = (ajv: Ajv) => {
    if (!ajv.validateSchema(schema)) throw new Error(ajv.errorsText(ajv.errors, { dataVar: 'schema' }));
    const validate = ajv.getSchema(uriOf(name));
    if (!validate) throw new Error('the schema does not compile');
    return validate;
  };
  try {
    checkSchemaCost(schema, (reference) => {
      const found = schemas.get(reference.replace(/^model:|#.*$/g, ''));
      return found instanceof Error ? undefined : found;
    });
    const quick = validator(first());
    return { name, faults: (body) => faults(body, quick, () => validator(all())) };
  } catch (error) {
    throw new Error(`model ${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
type Validator = NonNullable<ReturnType<Ajv['getSchema']>>;

/** Values that the long way round may look at; a larger body is told of by its first fault. */
const MOST_LISTED = 10_000;

function faults(body: unknown, quick: Validator, complete: () => Validator): string | undefined {
  try {
    if (quick(body)) return undefined;
    const validate = sizeOf(body) > MOST_LISTED ? quick : complete();
    validate(body);
    return describeErrors(validate.errors ?? []);
  } catch (error) {
    // Nested deeper than the stack, or a pattern that would take too long.
    return `[${error instanceof Error ? error.message : String(error)}]`;
  }
}

/** How many values a body holds, counted no further than needed. */
function sizeOf(body: unknown): number {
  const pending: unknown[] = [body];
  let count = 0;
  for (let value = pending.pop(); pending.length > 0 || value !== undefined; value = pending.pop()) {
    count += 1;
    if (count > MOST_LISTED) return count;
    if (typeof value !== 'object' || value === null) continue;
    const members = Object.values(value);
    if (members.length > MOST_LISTED) return members.length;
    pending.push(...members);
  }
  return count;
}
