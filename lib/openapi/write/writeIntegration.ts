import { AWS_TIMEOUT, type Integration, type IntegrationResponse } from '@/lib/model/integration';
import { compact, sortedBy } from './compact';
import type { Part } from './ExportContext';

/** `x-amazon-apigateway-integration`. */
export function writeIntegration(integration: Integration): Part {
  return compact({
    type: integration.type.toLowerCase(),
    httpMethod: integration.httpMethod,
    credentials: integration.credentials,
    uri: integration.type === 'MOCK' ? undefined : integration.uri,
    responses: writeResponses(integration),
    requestParameters: integration.requestParameters,
    requestTemplates: integration.requestTemplates,
    passthroughBehavior: integration.passthroughBehavior.toLowerCase(),
    // What nobody set is not exported (recorded).
    timeoutInMillis: integration.timeoutInMillis === AWS_TIMEOUT ? undefined : integration.timeoutInMillis,
    contentHandling: integration.contentHandling,
    cacheNamespace: integration.cacheNamespace,
    cacheKeyParameters: integration.cacheKeyParameters,
    tlsConfig: integration.tlsConfig,
    connectionType: integration.connectionType,
    connectionId: integration.connectionId,
    responseTransferMode: integration.responseTransferMode,
  });
}

function writeResponses({ integrationResponses }: Integration): Part {
  const responses: Part = {};
  for (const response of sortedBy(Object.values(integrationResponses), ({ statusCode }) => statusCode))
    responses[patternKey(responses, response)] = writeResponse(response);
  return responses;
}

/** Two responses may have one pattern; a group around the second keeps its meaning and makes its key free. */
function patternKey(responses: Part, { selectionPattern }: IntegrationResponse): string {
  let key = selectionPattern || 'default';
  while (Object.hasOwn(responses, key)) key = `(?:${key})`;
  return key;
}

function writeResponse(response: IntegrationResponse): Part {
  return compact({
    statusCode: response.statusCode,
    responseParameters: response.responseParameters,
    responseTemplates: response.responseTemplates,
    contentHandling: response.contentHandling,
  });
}
