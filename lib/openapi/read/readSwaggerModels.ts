import type { SourceNode } from '../source/SourceNode';
import type { ImportContext } from './ImportContext';

/**
 * Swagger 2.0 has one schema for all media types of a body. Where a method has different models, our export
 * says so in `x-gatehouse-models` (media type -> model name), which wins.
 */
export function readSwaggerModels(
  { reading, models }: ImportContext,
  fields: ReadonlyMap<string, SourceNode>,
  mediaTypes: SourceNode | undefined,
  hint: string,
): Record<string, string> {
  const schema = fields.get('schema');
  const name = schema && models.nameFor(schema, hint);
  const own = fields.get('x-gatehouse-models');
  if (own) return reading.textMap(own);
  if (!name) return {};
  const keys = mediaTypes ? reading.texts(mediaTypes) : ['application/json'];
  return Object.fromEntries(keys.map((key) => [key, name]));
}
