import { parseProperties } from '@/lib/model/documentation';
import type { GatewayResponse } from '@/lib/model/gatewayResponse';
import type { RequestValidator, RestApiDefinition } from '@/lib/model/restApi';
import { compact, sortedBy } from './compact';
import type { ExportContext, Part } from './ExportContext';

/** AWS's extensions at the root: what is of the API itself, and what its methods share. */
export function writeApiSettings(context: ExportContext, definition: RestApiDefinition): Part {
  const { exact, validators } = context.shown;
  const requestValidators = validators && {
    'x-amazon-apigateway-request-validators': writeValidators(context, definition.requestValidators),
  };
  if (!exact) return { ...requestValidators };
  return {
    ...requestValidators,
    'x-amazon-apigateway-gateway-responses': writeGatewayResponses(definition.gatewayResponses),
    'x-amazon-apigateway-binary-media-types': definition.binaryMediaTypes,
    'x-amazon-apigateway-minimum-compression-size': definition.minimumCompressionSize,
    'x-amazon-apigateway-api-key-source': definition.apiKeySource,
    'x-amazon-apigateway-policy': parseProperties(definition.policy ?? '') ?? undefined,
  };
}

function writeValidators({ validators }: ExportContext, all: readonly RequestValidator[]): Part {
  const entries = all.map(
    ({ id, validateRequestParameters, validateRequestBody = false }): [string, Part] => [
      validators.get(id) ?? id,
      { validateRequestParameters, validateRequestBody },
    ],
  );
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function writeGatewayResponses(responses: readonly GatewayResponse[] = []): Part {
  const entries = sortedBy(responses, ({ responseType }) => responseType).map(
    ({ responseType, statusCode, responseParameters, responseTemplates }) => [
      responseType,
      // AWS writes a number here, and a text in integrations' responses.
      compact({ statusCode: statusCode && Number(statusCode), responseParameters, responseTemplates }),
    ],
  );
  return Object.fromEntries(entries);
}
