import { GatewayError } from '../../GatewayError';
import type { ApiAuthorizerDocument, RouteDocument } from '../../snapshot/apiTypes';
import type { HttpAuthorization } from '../HttpAuthorized';
import { authorizeHttpIam } from './authorizeHttpIam';
import { compileJwtAuthorizer } from './compileJwtAuthorizer';
import { compileRequestAuthorizer } from './compileRequestAuthorizer';

const KINDS: Readonly<Record<string, ApiAuthorizerDocument['authorizerType']>> = {
  JWT: 'JWT',
  CUSTOM: 'REQUEST',
};

/**
 * How the callers of a route are authorized; undefined: anybody may call.
 * @throws Error naming what is wrong
 */
export function compileHttpAuthorization(
  { authorizationType, authorizerId, authorizationScopes = [] }: RouteDocument,
  authorizers: readonly ApiAuthorizerDocument[],
): HttpAuthorization | undefined {
  if (authorizationType === 'NONE') return undefined;
  if (authorizationType === 'AWS_IAM') return authorizeHttpIam;
  const wanted = KINDS[authorizationType];
  const authorizer = authorizers.find((one) => one.authorizerId === authorizerId);
  if (!wanted || !authorizer) return closed(`${authorizationType} without its authorizer`);
  if (authorizer.authorizerType !== wanted)
    throw new Error(`authorizer ${authorizer.name} is ${authorizer.authorizerType}`);
  return wanted === 'JWT'
    ? compileJwtAuthorizer(authorizer, authorizationScopes)
    : compileRequestAuthorizer(authorizer);
}

/** What cannot be checked is never open: definitions are imported with authorizers that are not there yet. */
function closed(what: string): HttpAuthorization {
  return async () => {
    throw new GatewayError('ACCESS_DENIED', `Authorization ${what} cannot be checked here`);
  };
}
