import type { ParameterDocumentation } from '@/lib/model/parameterDocumentation';
import { isSchema, type Schema } from './jsonSchema';

/** Where a parameter or header stands, in the model's words. */
export type Location = 'path' | 'querystring' | 'header';

/** How a list is written, OpenAPI 3's defaults left out. */
export type Serialization = Pick<ParameterDocumentation, 'style' | 'explode'>;

/** What Swagger 2.0 lets a parameter say of its type (https://swagger.io/specification/v2/#parameter-object). */
const keywords = new Set([
  'type',
  'format',
  'items',
  'default',
  'maximum',
  'exclusiveMaximum',
  'minimum',
  'exclusiveMinimum',
  'maxLength',
  'minLength',
  'pattern',
  'maxItems',
  'minItems',
  'uniqueItems',
  'enum',
  'multipleOf',
]);

/** True for a member that Swagger 2.0 and JSON Schema write alike. */
export function isFlatMember(keyword: string, value: unknown): boolean {
  if (keyword === 'type') return typeof value === 'string';
  return keyword === 'items' ? isFlat(value) : keywords.has(keyword);
}

function isFlat(value: unknown): value is Schema {
  return isSchema(value) && Object.entries(value).every(([keyword, member]) => isFlatMember(keyword, member));
}

/** Swagger's `collectionFormat` as OpenAPI 3's `style` and `explode`; `tsv` has no counterpart. */
export function collectionFormats(location: Location): Map<string, Serialization> {
  if (location !== 'querystring') return new Map([['csv', {}]]);
  return new Map([
    ['csv', { explode: false }],
    ['multi', {}],
    ['ssv', { style: 'spaceDelimited' }],
    ['pipes', { style: 'pipeDelimited' }],
  ]);
}

/** The members that say a type in Swagger 2.0; undefined when it cannot. */
export function toFlat(
  { schema = { type: 'string' }, style, explode }: ParameterDocumentation,
  location: Location,
): Schema | undefined {
  if (!isFlat(schema) || schema.type === undefined) return undefined;
  if (schema.type !== 'array') return style === undefined && explode === undefined ? schema : undefined;
  const formats = [...collectionFormats(location)];
  const [format] = formats.find(([, as]) => as.style === style && as.explode === explode) ?? [];
  if (format === undefined) return undefined;
  return format === 'csv' ? schema : { ...schema, collectionFormat: format };
}
