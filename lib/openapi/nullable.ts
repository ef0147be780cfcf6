import type { Schema } from './jsonSchema';

/**
 * OpenAPI 3.0 writes `type: string, nullable: true` where JSON Schema writes `type: [string, null]`. Models hold
 * the latter; these two are each other's inverse on it, members in their order.
 */
export function fromNullable(schema: Schema): Schema {
  if (typeof schema.nullable !== 'boolean' || schema.type === undefined) return schema;
  const types = [schema.type].flat();
  const type = schema.nullable && !types.includes('null') ? [...types, 'null'] : schema.type;
  const entries = Object.entries(schema).filter(([keyword]) => keyword !== 'nullable');
  return Object.fromEntries(entries.map(([keyword, value]) => [keyword, keyword === 'type' ? type : value]));
}

export function toNullable(schema: Schema): Schema {
  const { type } = schema;
  if (!Array.isArray(type) || type.length !== 2 || type[1] !== 'null' || typeof type[0] !== 'string')
    return schema;
  const entries = Object.entries(schema).flatMap(([keyword, value]) =>
    keyword === 'type'
      ? [
          ['type', type[0]],
          ['nullable', true],
        ]
      : [[keyword, value]],
  );
  return Object.fromEntries(entries);
}
