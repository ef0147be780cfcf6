import { asSchema, type Place, type Schema, type SchemaBook } from './SchemaBook';
import { sampleScalar } from './sampleScalar';

/** What a value of a model looks like: the example and the template are two spellings of it. */
export type Shape =
  | { kind: 'object'; members: [name: string, shape: Shape][] }
  /** `others`: further items where more than one is wanted */
  | { kind: 'array'; item: Shape | null; others: Shape[] }
  | { kind: 'tuple'; items: Shape[] }
  | { kind: 'scalar'; value: string | number | boolean | null };

/** Schemas that are being looked at, outside in: one that is met again inside itself has no end. */
type Open = readonly Schema[];

/** A model's shape. What would hold itself without end is left out, as far as the schema allows. */
export function shapeOf(book: SchemaBook, name: string): Shape {
  const { schema, document } = book.model(name);
  return new ShapeReader(book).read(schema, document, []) ?? { kind: 'object', members: [] };
}

/** Schemas and values that one shape may be made of: definitions that each name the next twice are a million soon. */
const MOST = 5_000;
/** What lies deeper is left out as if it had no end. */
const DEEPEST = 100;

class ShapeReader {
  private left = MOST;

  constructor(private readonly book: SchemaBook) {}

  /** Null: there is no end to it, or none that is near. */
  read(schema: unknown, document: Schema, open: Open, turn = 0): Shape | null {
    const place = this.book.resolve(schema, document);
    this.left -= 1;
    if (this.left < 0 || open.length > DEEPEST || open.includes(place.schema)) return null;
    return this.readParts(this.parts(place, [], open), [...open, place.schema], turn);
  }

  /** A schema with all that is said of the same value: allOf's, and the first of anyOf and oneOf that has an end. */
  private parts({ schema, document }: Place, seen: Open, open: Open): Place[] {
    this.left -= 1;
    if (this.left < 0 || seen.length > DEEPEST || seen.includes(schema)) return [];
    const under = [...seen, schema];
    const also = (sub: unknown) => this.parts(this.book.resolve(sub, document), under, open);
    const all = Array.isArray(schema.allOf) ? schema.allOf.flatMap(also) : [];
    const one = [schema.anyOf, schema.oneOf].flatMap((choices) => {
      if (!Array.isArray(choices)) return [];
      const ends = (choice: unknown) => this.read(choice, document, [...open, schema]) !== null;
      return also(choices.find(ends) ?? choices[0]);
    });
    return [{ schema, document }, ...all, ...one];
  }

  private readParts(parts: Place[], open: Open, turn: number): Shape | null {
    const merged: Schema = Object.assign({}, ...parts.map(({ schema }) => schema).reverse());
    const chosen = asList(merged.enum)[turn];
    const given = turn === 0 ? (merged.example ?? merged.default ?? chosen) : chosen;
    if (given !== undefined) return this.ofValue(given);
    const type = typeOf(merged);
    if (type === 'object') return this.object(parts, merged, open);
    if (type === 'array') return this.array(parts, merged, open);
    return this.ofValue(sampleScalar(merged, type, turn));
  }

  /** Null: too long. */
  private ofValue(value: unknown): Shape | null {
    this.left -= typeof value === 'string' ? 1 + Math.floor(value.length / 100) : 1;
    if (this.left < 0) return null;
    if (typeof value !== 'object' || value === null)
      return { kind: 'scalar', value: value as string | number | boolean | null };
    if (Array.isArray(value)) {
      const items = value.map((item) => this.ofValue(item));
      return items.includes(null) ? null : { kind: 'tuple', items: items.filter((item) => item !== null) };
    }
    const members: [string, Shape][] = [];
    for (const [name, member] of Object.entries(value)) {
      const shape = this.ofValue(member);
      if (!shape) return null;
      members.push([name, shape]);
    }
    return { kind: 'object', members };
  }

  private object(parts: Place[], merged: Schema, open: Open): Shape | null {
    const required = new Set(parts.flatMap(({ schema }) => asList(schema.required)));
    const properties = new Map(
      parts.flatMap(({ schema, document }) =>
        Object.entries(asSchema(schema.properties)).map(([name, sub]) => [name, { sub, document }] as const),
      ),
    );
    const document = parts[0]?.document ?? {};
    for (const name of required)
      if (typeof name === 'string' && !properties.has(name))
        properties.set(name, { sub: merged.additionalProperties, document });
    const members: [string, Shape][] = [];
    for (const [name, { sub, document: own }] of properties) {
      const shape = this.read(sub, own, open);
      if (shape) members.push([name, shape]);
      else if (required.has(name)) return null;
    }
    return { kind: 'object', members };
  }

  private array(parts: Place[], merged: Schema, open: Open): Shape | null {
    const document = parts.find(({ schema }) => schema.items !== undefined)?.document ?? {};
    const least = typeof merged.minItems === 'number' ? merged.minItems : 0;
    if (Array.isArray(merged.items)) {
      const items = merged.items.map((item) => this.read(item, document, open));
      return items.includes(null) ? null : { kind: 'tuple', items: items.filter((item) => item !== null) };
    }
    const item = merged.maxItems === 0 ? null : this.read(merged.items, document, open);
    if (item === null) return least > 0 ? null : { kind: 'array', item, others: [] };
    const others = Array.from({ length: Math.min(least, 100) - 1 }, (_, index) =>
      this.read(merged.items, document, open, index + 1),
    );
    return { kind: 'array', item, others: others.filter((other) => other !== null) };
  }
}

function typeOf(schema: Schema): string {
  const types = [schema.type].flat().filter((type) => typeof type === 'string');
  const [first] = [...types.filter((type) => type !== 'null'), ...types];
  if (first !== undefined) return first;
  if (schema.properties !== undefined || schema.required !== undefined) return 'object';
  return schema.items === undefined ? 'string' : 'array';
}

const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
