import type { RestApiDefinition } from '@/lib/model/restApi';
import { compact } from './compact';
import { documentationExtension } from './documentationExtension';
import type { ExportContext, Part } from './ExportContext';
import { writeApiSettings } from './writeApiSettings';
import { writeModels } from './writeModels';
import { writePaths } from './writePaths';
import { writeServer } from './writeServer';

/** A definition as a document, members in the order of AWS's exports. */
export function writeDocument(
  context: ExportContext,
  definition: RestApiDefinition,
  server: { url: string } | undefined,
): Part {
  const { name: title, description, version = '' } = definition;
  const schemas = writeModels(context);
  const { written: securitySchemes } = context.security;
  const isSwagger = context.exportType === 'swagger';
  return {
    ...(isSwagger ? { swagger: '2.0' } : { openapi: '3.0.1' }),
    info: compact({ title, description, version }),
    ...writeServer(context, server),
    paths: writePaths(context, definition.resources),
    ...(isSwagger
      ? compact({ securityDefinitions: securitySchemes, definitions: schemas })
      : compact({ components: compact({ schemas, securitySchemes }) })),
    ...compact({
      ...(context.extensions && writeApiSettings(context, definition)),
      'x-amazon-apigateway-documentation': context.extensions
        ? documentationExtension(definition.documentationParts, context.documentationVersion)
        : undefined,
    }),
  };
}
