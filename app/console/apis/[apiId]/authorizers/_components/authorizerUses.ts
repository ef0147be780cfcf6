import type { Resource } from '@/lib/model/restApi';

/** A method that asks an authorizer. */
export interface AuthorizerUse {
  resourceId: string;
  httpMethod: string;
  path: string;
}

/** Methods by the authorizer that they name, in the order of the resources. */
export function authorizerUses(resources: readonly Resource[]): Map<string, AuthorizerUse[]> {
  const uses = new Map<string, AuthorizerUse[]>();
  for (const { id, path, resourceMethods } of resources)
    for (const { httpMethod, authorizerId } of Object.values(resourceMethods)) {
      if (authorizerId === undefined) continue;
      const use = { resourceId: id, httpMethod, path };
      const found = uses.get(authorizerId);
      if (found) found.push(use);
      else uses.set(authorizerId, [use]);
    }
  return uses;
}

export const textOfUse = ({ httpMethod, path }: AuthorizerUse) => `${httpMethod} ${path}`;

/** The drawer that says who may call the method. */
export const hrefOfUse = (restApiId: string, { resourceId, httpMethod }: AuthorizerUse) =>
  `/console/apis/${restApiId}/resources?${new URLSearchParams({
    resource: resourceId,
    method: httpMethod,
    drawer: 'methodRequest',
  })}`;
