import { GatewayError } from '../GatewayError';
import type { AuthorizerDocument, MethodDocument } from '../snapshot/types';
import type { Authorization } from './Authorized';
import { authorizeByPolicy } from './authorizeByPolicy';
import { compileCognitoAuthorizer } from './cognito/compileCognitoAuthorizer';
import { authorizeIam } from './iam/authorizeIam';
import { compileLambdaAuthorizer } from './lambda/compileLambdaAuthorizer';

/**
 * How the callers of a method are authorized; undefined: anybody may call.
 * @throws Error naming what is wrong
 */
export function compileAuthorization(
  method: MethodDocument,
  authorizers: ReadonlyMap<string, AuthorizerDocument>,
  hasResourcePolicy: boolean,
): Authorization | undefined {
  const { authorizationType, authorizerId = '', authorizationScopes = [] } = method;
  if (authorizationType === 'NONE') return hasResourcePolicy ? authorizeByPolicy : undefined;
  if (authorizationType === 'AWS_IAM') return authorizeIam;
  if (authorizationType !== 'CUSTOM' && authorizationType !== 'COGNITO_USER_POOLS')
    return closed(authorizationType);
  const authorizer = authorizers.get(authorizerId);
  if (!authorizer) return closed(`${authorizationType} without its authorizer`);
  const isCognito = authorizer.type === 'COGNITO_USER_POOLS';
  if (isCognito !== (authorizationType === 'COGNITO_USER_POOLS'))
    throw new Error(`authorizer ${authorizer.name} is ${authorizer.type}`);
  return isCognito
    ? compileCognitoAuthorizer(authorizer, authorizationScopes)
    : compileLambdaAuthorizer(authorizer);
}

/** What cannot be checked is never open: definitions are imported with authorizers that are not there yet. */
function closed(what: string): Authorization {
  return async () => {
    throw new GatewayError('ACCESS_DENIED', `Authorization ${what} cannot be checked here`);
  };
}
