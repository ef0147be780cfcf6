import type { ApiModel } from '@/lib/model/restApi';
import { parseModelReference } from '@/lib/openapi/modelReference';

export type Schema = Record<string, unknown>;

/** A schema with the document that its `#/...` references are about. */
export interface Place {
  schema: Schema;
  document: Schema;
}

/** An API's models as documents that refer to each other. */
export class SchemaBook {
  private readonly documents: ReadonlyMap<string, Schema>;

  constructor(models: readonly ApiModel[]) {
    this.documents = new Map(models.map(({ name, schema }) => [name, read(schema)]));
  }

  model(name: string): Place {
    const document = this.documents.get(name) ?? {};
    return { schema: document, document };
  }

  /** A schema behind its references; one that leads nowhere or round in circles says nothing. */
  resolve(schema: unknown, document: Schema): Place {
    const seen = new Set<unknown>();
    let place: Place = { schema: asSchema(schema), document };
    while (typeof place.schema.$ref === 'string' && !seen.has(place.schema)) {
      seen.add(place.schema);
      place = this.follow(place.schema.$ref, place.document);
    }
    return typeof place.schema.$ref === 'string' ? { schema: {}, document } : place;
  }

  private follow(reference: string, document: Schema): Place {
    const other = parseModelReference(reference);
    const target = other ? (this.documents.get(other.name) ?? {}) : document;
    const pointer = other ? other.rest : reference.replace(/^#/, '');
    let value: unknown = target;
    for (const segment of pointer.split('/').slice(1)) value = asSchema(value)[unescaped(segment)];
    return { schema: asSchema(value), document: target };
  }
}

function read(text: string): Schema {
  try {
    return asSchema(JSON.parse(text));
  } catch {
    return {};
  }
}

/** Lists too: a pointer may lead through one. */
export function asSchema(value: unknown): Schema {
  return typeof value === 'object' && value !== null ? (value as Schema) : {};
}

/** RFC 6901, in a URI's fragment. */
function unescaped(segment: string): string {
  const plain = segment.replaceAll('~1', '/').replaceAll('~0', '~');
  try {
    return decodeURIComponent(plain);
  } catch {
    return plain;
  }
}
