import type { HttpMethod } from '@/lib/model/httpMethod';
import type { Integration } from '@/lib/model/integration';
import type { MethodInput } from '@/lib/model/method';
import { pathParameterNames } from '@/lib/model/pathPart';

export interface NewMethod {
  httpMethod: HttpMethod;
  type: Integration['type'];
  backendMethod: HttpMethod;
  uri: string;
  apiKeyRequired: boolean;
}

/**
 * What "create method" writes: the path's parameters are declared, those that the URI names are mapped, and a
 * mock answers 200. AWS's console does the same.
 */
export function newMethod(path: string, input: NewMethod) {
  const names = pathParameterNames(path);
  const method: MethodInput = {
    authorizationType: 'NONE',
    apiKeyRequired: input.apiKeyRequired,
    requestParameters: Object.fromEntries(names.map((name) => [`method.request.path.${name}`, true])),
  };
  return { method, integration: integrationOf(names, input), withResponse: input.type !== 'HTTP_PROXY' };
}

function integrationOf(names: string[], { type, backendMethod, uri }: NewMethod) {
  if (type === 'MOCK') return { type, requestTemplates: { 'application/json': '{"statusCode": 200}' } };
  const mapped = names.filter((name) => uri.includes(`{${name}}`));
  return {
    type,
    httpMethod: backendMethod,
    uri,
    requestParameters: Object.fromEntries(
      mapped.map((name) => [`integration.request.path.${name}`, `method.request.path.${name}`]),
    ),
  };
}
