import type { ApiModel } from '@/lib/model/restApi';
import { schemaPrefix } from '../dialect';
import { isSchema, mapSchema, type Schema } from '../jsonSchema';
import { parseModelReference } from '../modelReference';
import { toNullable } from '../nullable';
import { sortedBy } from './compact';
import type { ExportContext, Part } from './ExportContext';

/** All models, by name, with references in the document's form. */
export function writeModels(context: ExportContext): Part {
  const models = sortedBy([...context.models.values()], (model) => model.name);
  return Object.fromEntries(models.map((model) => [model.name, writeModel(context, model)]));
}

function writeModel(context: ExportContext, model: ApiModel): unknown {
  const schema = parse(model.schema);
  const described =
    isSchema(schema) && model.description && schema.description === undefined
      ? { ...schema, description: model.description }
      : schema;
  return writeParts(context, model.name, described);
}

/** A stored schema in the document's form. @param owner the model that it is; empty for a parameter's */
export function writeParts(context: ExportContext, owner: string, schema: unknown): unknown {
  return mapSchema(schema, (part) => writeSchema(context, owner, part));
}

/** A model's text may be anything that somebody stored; what is no JSON says nothing about the body. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

function writeSchema(context: ExportContext, owner: string, schema: Schema): Schema {
  const plain = context.exportType === 'oas30' ? toNullable(schema) : schema;
  const changed: Schema = { ...plain };
  if (typeof plain.$ref === 'string') changed.$ref = writeReference(context, owner, plain.$ref);
  const { discriminator } = plain;
  if (isSchema(discriminator) && isSchema(discriminator.mapping)) {
    const entries = Object.entries(discriminator.mapping).map(([value, target]) => [
      value,
      typeof target === 'string' ? writeReference(context, owner, target) : target,
    ]);
    changed.discriminator = { ...discriminator, mapping: Object.fromEntries(entries) };
  }
  return changed;
}

/** A stored reference (modelReference.ts) as the document's; `#/...` points into the model itself. */
function writeReference(context: ExportContext, owner: string, text: string): string {
  const prefix = schemaPrefix(context.exportType);
  if (text === '#' || text.startsWith('#/')) return `${prefix}${owner}${text.slice(1)}`;
  const found = parseModelReference(text);
  const isOwn = found && (found.apiId === '{apiId}' || found.apiId === (context.restApiId ?? found.apiId));
  return isOwn ? `${prefix}${found.name}${found.rest}` : text;
}
