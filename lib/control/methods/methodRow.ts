import type { methods } from '@/db/schema';
import { type Method, method } from '@/lib/model/method';

export type MethodRow = typeof methods.$inferSelect;

/** A row as the model has it. A verb or authorization type that nobody knows is an error, never "open". */
export function toMethod(row: MethodRow): Method {
  return {
    httpMethod: method.shape.httpMethod.parse(row.httpMethod),
    authorizationType: method.shape.authorizationType.parse(row.authorizationType),
    apiKeyRequired: row.apiKeyRequired,
    requestParameters: row.requestParameters,
    requestModels: row.requestModels,
    methodResponses: row.methodResponses,
    ...(row.authorizerId !== null && { authorizerId: row.authorizerId }),
    ...(row.authorizationScopes.length > 0 && { authorizationScopes: row.authorizationScopes }),
    ...(row.operationName !== null && { operationName: row.operationName }),
    ...(row.requestValidatorId !== null && { requestValidatorId: row.requestValidatorId }),
    ...(row.methodIntegration && { methodIntegration: row.methodIntegration }),
    ...(row.summary !== null && { summary: row.summary }),
    ...(row.description !== null && { description: row.description }),
    ...(row.tags && { tags: row.tags }),
    ...(row.parameterDocumentation && { parameterDocumentation: row.parameterDocumentation }),
  };
}

export function toMethodRow(resourceId: string, method: Method): MethodRow {
  return {
    resourceId,
    httpMethod: method.httpMethod,
    authorizationType: method.authorizationType,
    authorizerId: method.authorizerId ?? null,
    authorizationScopes: method.authorizationScopes ?? [],
    apiKeyRequired: method.apiKeyRequired,
    operationName: method.operationName ?? null,
    requestValidatorId: method.requestValidatorId ?? null,
    requestParameters: method.requestParameters,
    requestModels: method.requestModels,
    methodResponses: method.methodResponses,
    methodIntegration: method.methodIntegration ?? null,
    summary: method.summary ?? null,
    description: method.description ?? null,
    tags: method.tags ?? null,
    parameterDocumentation: method.parameterDocumentation ?? null,
  };
}
