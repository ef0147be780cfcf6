import { GatewayError } from '../../GatewayError';
import type { ApiAuthorizerDocument, RouteDocument } from '../../snapshot/apiTypes';
import type { HttpAuthorization } from '../HttpAuthorized';

/**
 * How the callers of a route are authorized; undefined: anybody may call.
 * @throws Error naming what is wrong
 */
export function compileHttpAuthorization(
  { authorizationType, authorizerId }: RouteDocument,
  authorizers: readonly ApiAuthorizerDocument[],
): HttpAuthorization | undefined {
  if (authorizationType === 'NONE') return undefined;
  const authorizer = authorizers.find((one) => one.authorizerId === authorizerId);
  return closed(authorizer ? authorizationType : `${authorizationType} without its authorizer`);
}

/** What cannot be checked is never open. */
function closed(what: string): HttpAuthorization {
  return async () => {
    throw new GatewayError('ACCESS_DENIED', `Authorization ${what} cannot be checked here`);
  };
}
