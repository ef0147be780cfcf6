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
  if (!name) return {};
  const keys = mediaTypes ? reading.texts(mediaTypes) : ['application/json'];
  const own = fields.get('x-gatehouse-models');
  if (!own) return Object.fromEntries(keys.map((key) => [key, name]));
  for (const [mediaType, model] of Object.entries(reading.textMap(own)))
    if (!models.has(model))
      reading.refuse(own.child(mediaType) ?? own, `There is no model named "${model}".`);
  return reading.textMap(own);
}
