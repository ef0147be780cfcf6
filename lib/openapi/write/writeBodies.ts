import type { Method } from '@/lib/model/method';
import { requestBodyKey } from '@/lib/model/parameterDocumentation';
import { schemaPrefix } from '../dialect';
import { compact } from './compact';
import type { ExportContext, Part } from './ExportContext';
import { writeDescription } from './writeDocumentation';

/** media type -> model name */
export type Models = Record<string, string>;

const reference = (context: ExportContext, name: string): Part => ({
  $ref: `${schemaPrefix(context.exportType)}${name}`,
});

/** OpenAPI 3's `content`. A model that the definition lacks has no schema to point to. */
export function writeContent(context: ExportContext, models: Models): Part {
  const entries = Object.entries(models).map(([mediaType, name]) => [
    mediaType,
    context.models.has(name) ? { schema: reference(context, name) } : {},
  ]);
  return Object.fromEntries(entries);
}

/** OpenAPI 3's `requestBody`. */
export function writeRequestBody(context: ExportContext, method: Method): Part {
  const content = writeContent(context, method.requestModels);
  return Object.keys(content).length > 0 ? { ...describe(method), content, required: true } : {};
}

const describe = (method: Method) => writeDescription(method.parameterDocumentation?.[requestBodyKey]);

/** Swagger 2.0's body parameter. */
export function writeBodyParameter(context: ExportContext, method: Method): Part[] {
  const models = method.requestModels;
  const name = mainModel(models);
  if (name === undefined) return [];
  const schema = writeSwaggerModels(context, models, Object.keys(models));
  return [{ in: 'body', name, ...describe(method), required: true, ...schema }];
}

/**
 * Swagger 2.0 has one schema for all media types of an operation. What that cannot say goes into
 * `x-gatehouse-models`, so that nothing is lost when the document is imported again.
 * @param mediaTypes the operation's `consumes` or `produces`
 */
export function writeSwaggerModels(context: ExportContext, models: Models, mediaTypes: string[]): Part {
  const name = mainModel(models);
  if (name === undefined) return {};
  const isExact = mediaTypes.every((mediaType) => models[mediaType] === name);
  return compact({
    schema: context.models.has(name) ? reference(context, name) : undefined,
    'x-gatehouse-models': context.shown.exact && !isExact ? models : undefined,
  });
}

const mainModel = (models: Models) => models['application/json'] ?? Object.values(models)[0];
