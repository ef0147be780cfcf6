import type { Integration, IntegrationResponse } from '@/lib/model/integration';
import type { Method, MethodResponse } from '@/lib/model/method';

type Members = Record<string, unknown>;

/** AWS's Method: what is unset is absent (reference section 4). */
export function methodShape(method: Method, resourceId: string): Members {
  const { methodIntegration, methodResponses, authorizationScopes = [] } = method;
  return {
    httpMethod: method.httpMethod,
    authorizationType: method.authorizationType,
    apiKeyRequired: method.apiKeyRequired,
    ...optional({
      authorizerId: method.authorizerId,
      operationName: method.operationName,
      requestValidatorId: method.requestValidatorId,
    }),
    ...filled({ requestParameters: method.requestParameters, requestModels: method.requestModels }),
    ...(authorizationScopes.length > 0 && { authorizationScopes }),
    ...filled({ methodResponses: mapped(methodResponses, methodResponseShape) }),
    ...(methodIntegration && { methodIntegration: integrationShape(methodIntegration, resourceId) }),
  };
}

export function methodResponseShape({
  statusCode,
  responseParameters,
  responseModels,
  sentEmpty,
}: MethodResponse): Members {
  return { statusCode, ...filled({ responseParameters, responseModels }, sentEmpty) };
}

/** As recorded: cache members are always there, a connection's only where a URL is called. */
export function integrationShape(integration: Integration, resourceId: string): Members {
  const { type, integrationResponses, cacheNamespace = resourceId, cacheKeyParameters = [] } = integration;
  const isHttp = type === 'HTTP' || type === 'HTTP_PROXY';
  return {
    type,
    // A mock keeps neither, whatever was sent (recorded).
    ...(type !== 'MOCK' && optional({ httpMethod: integration.httpMethod, uri: integration.uri })),
    ...(isHttp && { connectionType: integration.connectionType ?? 'INTERNET' }),
    ...optional({ connectionId: integration.connectionId, credentials: integration.credentials }),
    ...filled({
      requestParameters: integration.requestParameters,
      requestTemplates: integration.requestTemplates,
    }),
    passthroughBehavior: integration.passthroughBehavior,
    ...optional({ contentHandling: integration.contentHandling }),
    timeoutInMillis: integration.timeoutInMillis,
    cacheNamespace,
    cacheKeyParameters,
    ...filled({ integrationResponses: mapped(integrationResponses, integrationResponseShape) }),
    ...optional({
      tlsConfig: integration.tlsConfig,
      responseTransferMode: integration.responseTransferMode,
    }),
  };
}

/** An empty template is told as null, as recorded. */
export function integrationResponseShape(response: IntegrationResponse): Members {
  const { statusCode, selectionPattern, responseParameters, contentHandling, sentEmpty } = response;
  const responseTemplates = mapped(response.responseTemplates, (text) => text || null);
  return {
    statusCode,
    ...optional({ selectionPattern }),
    ...filled({ responseParameters, responseTemplates }, sentEmpty),
    ...optional({ contentHandling }),
  };
}

function mapped<Value, Shape>(
  members: Record<string, Value>,
  shape: (value: Value) => Shape,
): Record<string, Shape> {
  return Object.fromEntries(Object.entries(members).map(([name, value]) => [name, shape(value)]));
}

/** The members that are set. */
export function optional(members: Members): Members {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}

/** The maps that have members, and those that were sent without. */
function filled(maps: Record<string, object>, sentEmpty: readonly string[] = []): Members {
  return Object.fromEntries(
    Object.entries(maps).filter(([name, map]) => Object.keys(map).length > 0 || sentEmpty.includes(name)),
  );
}

/** The names of maps that were sent without members. */
export function emptyOnes<Name extends string>(maps: Record<Name, object | null | undefined>): Name[] {
  const names = Object.keys(maps) as Name[];
  return names.filter((name) => Object.keys(maps[name] ?? { sent: false }).length === 0);
}
