import type { HttpMethod } from '@/lib/model/httpMethod';
import type { MethodInput } from '@/lib/model/method';
import { pathParameterNames } from '@/lib/model/pathPart';
import {
  type IntegrationKind,
  isFunctionKind,
  isProxyType,
  typeOfKind,
} from '../integration/integrationKinds';

/** What a new method can call at once; the rest is set in its integration request. */
export type NewKind = Exclude<IntegrationKind, 'AWS'>;

export interface NewMethod {
  httpMethod: HttpMethod;
  kind: NewKind;
  backendMethod: HttpMethod;
  /** of an HTTP backend */
  uri: string;
  /** invocation of a function */
  functionUri: string;
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
  const withResponse = !isProxyType(typeOfKind(input.kind));
  return { method, integration: integrationOf(names, input), withResponse };
}

function integrationOf(names: string[], { kind, backendMethod, uri, functionUri }: NewMethod) {
  const type = typeOfKind(kind);
  if (isFunctionKind(kind)) return { type, httpMethod: 'POST', uri: functionUri };
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
