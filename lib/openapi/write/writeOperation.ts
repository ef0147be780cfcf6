import type { Method } from '@/lib/model/method';
import { compact } from './compact';
import type { ExportContext, Part } from './ExportContext';
import { consumedBy, producedBy } from './mediaTypes';
import { writeBodyParameter, writeRequestBody } from './writeBodies';
import { writeIntegration } from './writeIntegration';
import { writeMethodResponses } from './writeMethodResponses';
import { writeRequestParameters } from './writeRequestParameters';

/** A method as an operation, members in the order of AWS's exports. */
export function writeOperation(context: ExportContext, path: string, method: Method): Part {
  const parameters = writeRequestParameters(context, path, method);
  return {
    ...compact({
      tags: method.tags,
      summary: method.summary,
      description: method.description,
      operationId: method.operationName,
      ...writeBodies(context, method, parameters),
    }),
    ...writeMethodResponses(context, method),
    ...compact({ security: context.security.requirements(method), ...writeExtensions(context, method) }),
  };
}

function writeBodies(context: ExportContext, method: Method, parameters: Part[]): Part {
  if (context.exportType === 'oas30') return { parameters, requestBody: writeRequestBody(context, method) };
  return {
    consumes: consumedBy(context, method),
    produces: producedBy(context, method),
    parameters: [...parameters, ...writeBodyParameter(context, method)],
  };
}

function writeExtensions(context: ExportContext, method: Method): Part {
  const { requestValidatorId, methodIntegration } = method;
  return {
    'x-amazon-apigateway-request-validator':
      context.shown.validators && requestValidatorId ? context.validators.get(requestValidatorId) : undefined,
    'x-amazon-apigateway-integration':
      context.shown.integrations && methodIntegration ? writeIntegration(methodIntegration) : undefined,
  };
}
