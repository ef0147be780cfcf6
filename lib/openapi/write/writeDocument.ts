import type { RestApiDefinition } from '@/lib/model/restApi';
import { compact } from './compact';
import { documentationExtension } from './documentationExtension';
import type { ExportContext, Part } from './ExportContext';
import { writeApiSettings } from './writeApiSettings';
import { writeEndpointConfiguration } from './writeEndpointConfiguration';
import { writeModels } from './writeModels';
import { writePaths } from './writePaths';
import { writeServer } from './writeServer';

/** A definition as a document, members in the order of AWS's exports. */
export function writeDocument(
  context: ExportContext,
  definition: RestApiDefinition,
  server: { url: string } | undefined,
): Part {
  const { name: title, description, version = context.version } = definition;
  const schemas = writeModels(context);
  const { written: securitySchemes } = context.security;
  const isSwagger = context.exportType === 'swagger';
  const endpoint = context.shown.exact
    ? writeEndpointConfiguration(definition.disableExecuteApiEndpoint)
    : {};
  return {
    ...(isSwagger ? { swagger: '2.0' } : { openapi: '3.0.1' }),
    info: compact(isSwagger ? { description, version, title } : { title, description, version }),
    ...writeServer(context, server, endpoint),
    paths: writePaths(context, definition.resources),
    ...(isSwagger
      ? compact({ securityDefinitions: securitySchemes, definitions: schemas })
      : writeComponents(context, { schemas, securitySchemes })),
    ...compact({
      ...writeApiSettings(context, definition),
      ...((isSwagger || !server) && endpoint),
      'x-amazon-apigateway-documentation': context.shown.documentation
        ? documentationExtension(definition.documentationParts, context.documentationVersion)
        : undefined,
    }),
  };
}

/** AWS writes an empty object where there is none (recorded). */
function writeComponents({ shown }: ExportContext, sections: Part): Part {
  const components = compact(sections);
  return shown.forReaders ? compact({ components }) : { components };
}
