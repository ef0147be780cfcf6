import type { Method, MethodResponse } from '@/lib/model/method';
import type { ParameterDocumentation } from '@/lib/model/parameterDocumentation';
import { compact, sortedBy } from './compact';
import type { ExportContext, Part } from './ExportContext';
import { writeContent, writeSwaggerModels } from './writeBodies';
import { writeDescription, writeType } from './writeDocumentation';

const prefix = 'method.response.header.';

/** `responses` of an operation. */
export function writeMethodResponses(context: ExportContext, method: Method): Part {
  const produces = producedBy(method);
  const responses = sortedBy(Object.values(method.methodResponses), (response) => response.statusCode);
  return Object.fromEntries(
    responses.map((response) => [response.statusCode, writeResponse(context, response, produces)]),
  );
}

/** Media types of all bodies that a method answers with: Swagger 2.0's `produces`. */
export function producedBy(method: Method): string[] {
  const types = Object.values(method.methodResponses).flatMap((response) =>
    Object.keys(response.responseModels),
  );
  return [...new Set(types)].sort();
}

function writeResponse(context: ExportContext, response: MethodResponse, produces: string[]): Part {
  const headers = Object.keys(response.responseParameters)
    .sort()
    .map((key) => [key.slice(prefix.length), writeHeader(context, response.parameterDocumentation?.[key])]);
  return compact({
    description: response.description ?? `${response.statusCode} response`,
    headers: Object.fromEntries(headers),
    ...(context.exportType === 'swagger'
      ? writeSwaggerModels(context, response.responseModels, produces)
      : { content: writeContent(context, response.responseModels) }),
  });
}

function writeHeader(context: ExportContext, documentation: ParameterDocumentation | undefined): Part {
  return { ...writeDescription(documentation), ...writeType(context, documentation, 'header') };
}
