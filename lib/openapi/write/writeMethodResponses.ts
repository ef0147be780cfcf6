import type { Method, MethodResponse } from '@/lib/model/method';
import type { ParameterDocumentation } from '@/lib/model/parameterDocumentation';
import { compact, sortedBy } from './compact';
import type { ExportContext, Part } from './ExportContext';
import { writeContent, writeSwaggerModels } from './writeBodies';
import { writeDescription, writeType } from './writeDocumentation';

const prefix = 'method.response.header.';

/**
 * `responses` of an operation. A method that declares none, as proxies do, has an empty object in AWS's exports;
 * the standard asks for one at least, and swagger-ui shows no answer of a try without it.
 */
export function writeMethodResponses(context: ExportContext, method: Method): Part {
  if (!context.extensions && Object.keys(method.methodResponses).length === 0)
    return { default: { description: 'The answer, passed on as it comes' } };
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
