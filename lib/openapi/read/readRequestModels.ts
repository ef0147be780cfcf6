import { type ParameterDocumentation, requestBodyKey } from '@/lib/model/parameterDocumentation';
import type { SourceNode } from '../source/SourceNode';
import type { ImportContext } from './ImportContext';
import { readDescription } from './readDescription';
import { readSwaggerModels } from './readSwaggerModels';

/** media type -> model name of a request's body. @param hint name for schemas written in place */
export function readRequestModels(
  context: ImportContext,
  operation: ReadonlyMap<string, SourceNode>,
  body: SourceNode | undefined,
  hint: string,
): Record<string, string> {
  const { reading, dialect } = context;
  if (dialect === 'swagger') {
    if (!body) return {};
    return readSwaggerModels(
      context,
      reading.object(body),
      operation.get('consumes') ?? context.consumes,
      hint,
    );
  }
  const requestBody = reading.object(operation.get('requestBody'));
  // AWS writes `required: true` on every exported body; it does nothing without a validator.
  reading.accept(requestBody.get('required'), true, false);
  return readContentModels(context, requestBody.get('content'), hint);
}

/** What a request's body says for the reference. */
export function readBodyDocumentation(
  { reading, dialect }: ImportContext,
  operation: ReadonlyMap<string, SourceNode>,
  body: SourceNode | undefined,
): Record<string, ParameterDocumentation> {
  const fields = reading.object(dialect === 'swagger' ? body : operation.get('requestBody'));
  const description = readDescription(fields.get('description'));
  return description ? { [requestBodyKey]: { description } } : {};
}

/** OpenAPI 3's `content`: media type -> model name, for those that have a schema. */
export function readContentModels(
  { reading, models }: ImportContext,
  content: SourceNode | undefined,
  hint: string,
): Record<string, string> {
  const entries = [...reading.object(content)].flatMap(([mediaType, node]) => {
    const schema = node.child('schema');
    if (!schema && node.content instanceof Map) return [];
    reading.object(node);
    if (!schema) return [];
    const name = models.nameFor(schema, hint);
    return name ? [[mediaType, name]] : [];
  });
  return Object.fromEntries(entries);
}
