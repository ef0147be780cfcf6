import type { Method, MethodResponse } from '@/lib/model/method';
import type { ParameterDocumentation } from '@/lib/model/parameterDocumentation';
import { compact, sortedBy } from './compact';
import type { ExportContext, Part } from './ExportContext';
import { producedBy } from './mediaTypes';
import { writeContent, writeSwaggerModels } from './writeBodies';
import { writeDescription, writeType } from './writeDocumentation';

const prefix = 'method.response.header.';

/**
 * `responses` of an operation. A method that declares none, as proxies do, has an empty object in AWS's Swagger 2.0
 * and none in its OpenAPI 3. The standard asks for one at least, and swagger-ui shows no answer of a try without it.
 */
export function writeMethodResponses(context: ExportContext, method: Method): Part {
  if (Object.keys(method.methodResponses).length === 0) return writeNoResponses(context);
  const produces = producedBy(context, method);
  const responses = sortedBy(Object.values(method.methodResponses), (response) => response.statusCode);
  return {
    responses: Object.fromEntries(
      responses.map((response) => [response.statusCode, writeResponse(context, response, produces)]),
    ),
  };
}

function writeNoResponses({ shown, exportType }: ExportContext): Part {
  if (shown.forReaders)
    return { responses: { default: { description: 'The answer, passed on as it comes' } } };
  return exportType === 'swagger' ? { responses: {} } : {};
}

function writeResponse(context: ExportContext, response: MethodResponse, produces: string[]): Part {
  const headers = Object.keys(response.responseParameters)
    .sort()
    .map((key) => [key.slice(prefix.length), writeHeader(context, response.parameterDocumentation?.[key])]);
  const description = response.description ?? `${response.statusCode} response`;
  const bodies = writeBodies(context, response, produces);
  // Recorded: in Swagger 2.0 the schema stands before the headers, in OpenAPI 3 the content after them.
  return context.exportType === 'swagger'
    ? compact({ description, ...bodies, headers: Object.fromEntries(headers) })
    : { ...compact({ description, headers: Object.fromEntries(headers) }), ...bodies };
}

/** AWS writes an empty `content` where a response has no model (recorded). */
function writeBodies(context: ExportContext, { responseModels }: MethodResponse, produces: string[]): Part {
  if (context.exportType === 'swagger') return writeSwaggerModels(context, responseModels, produces);
  const content = writeContent(context, responseModels);
  return context.shown.forReaders ? compact({ content }) : { content };
}

function writeHeader(context: ExportContext, documentation: ParameterDocumentation | undefined): Part {
  return { ...writeDescription(documentation), ...writeType(context, documentation, 'header') };
}
