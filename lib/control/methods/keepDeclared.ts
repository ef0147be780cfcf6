import type { Method, MethodResponse } from '@/lib/model/method';
import { requestBodyKey } from '@/lib/model/parameterDocumentation';

/** The method without documentation of parameters, headers and a body that it no longer declares. */
export function keepDeclared(method: Method): Method {
  const { parameterDocumentation, requestParameters, requestModels } = method;
  const body = Object.keys(requestModels).length > 0 ? [requestBodyKey] : [];
  const responses = Object.entries(method.methodResponses).map(([code, response]) => [
    code,
    keepHeaders(response),
  ]);
  return {
    ...method,
    methodResponses: Object.fromEntries(responses),
    parameterDocumentation: only(parameterDocumentation, [...Object.keys(requestParameters), ...body]),
  };
}

function keepHeaders({ parameterDocumentation, ...response }: MethodResponse): MethodResponse {
  const kept = only(parameterDocumentation, Object.keys(response.responseParameters));
  return kept ? { ...response, parameterDocumentation: kept } : response;
}

/** Entries of these keys; none is undefined, as in the model. */
function only<Value>(
  all: Record<string, Value> | undefined,
  keys: readonly string[],
): Record<string, Value> | undefined {
  const entries = Object.entries(all ?? {}).filter(([key]) => keys.includes(key));
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}
