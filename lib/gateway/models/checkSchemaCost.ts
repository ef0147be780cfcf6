type Schema = Record<string, unknown>;

/** Schemas that may be asked about one value; real ones have a few dozen. */
const MOST = 10_000;
const APPLICATORS = ['allOf', 'anyOf', 'oneOf'] as const;

/**
 * Refuses a schema that asks about one value exponentially often: thirty definitions that each refer twice to the
 * next are a kilobyte, and a thousand million questions. References that go round without a step into the
 * document would never end, and are refused as well.
 * @param find the schema of another model
 * @throws Error
 */
export function checkSchemaCost(root: Schema, find: (reference: string) => Schema | undefined): void {
  const known = new Map<unknown, number>();
  const under = new Set<unknown>();
  const cost = (schema: unknown, document: Schema): number => {
    if (!isSchema(schema)) return 0;
    const found = known.get(schema);
    if (found !== undefined) return found;
    if (under.has(schema))
      throw new Error('a $ref that leads back to itself without a step into the document');
    under.add(schema);
    const sum = asked(schema, document, find).reduce(
      (total, { schema: next, document: its }) => total + cost(next, its),
      1,
    );
    under.delete(schema);
    if (sum > MOST) throw new Error(`more than ${MOST} schemas are asked about one value`);
    known.set(schema, sum);
    return sum;
  };
  const seen = new Set<unknown>();
  visit(root, seen, (schema) => cost(schema, root));
}

interface Asked {
  schema: unknown;
  document: Schema;
}

/** What is asked about the same value as this schema. */
function asked(schema: Schema, document: Schema, find: (reference: string) => Schema | undefined): Asked[] {
  if (typeof schema.$ref === 'string') return [resolve(schema.$ref, document, find)];
  const lists = APPLICATORS.flatMap((key) => (Array.isArray(schema[key]) ? schema[key] : []));
  const dependencies = isSchema(schema.dependencies) ? Object.values(schema.dependencies) : [];
  return [...lists, schema.not, ...dependencies].map((next) => ({ schema: next, document }));
}

function resolve(
  reference: string,
  document: Schema,
  find: (reference: string) => Schema | undefined,
): Asked {
  const [base = '', pointer = ''] = reference.split('#');
  const target = base === '' ? document : find(base);
  let value: unknown = target;
  for (const part of pointer.split('/').slice(1)) {
    const key = decode(part).replaceAll('~1', '/').replaceAll('~0', '~');
    value = typeof value === 'object' && value !== null ? (value as Schema)[key] : undefined;
  }
  return { schema: value, document: target ?? document };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Every object of the document might be a schema; one that is none costs nothing. */
function visit(value: unknown, seen: Set<unknown>, check: (schema: Schema) => void): void {
  if (typeof value !== 'object' || value === null || seen.has(value)) return;
  seen.add(value);
  if (isSchema(value)) check(value);
  for (const member of Object.values(value)) visit(member, seen, check);
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
