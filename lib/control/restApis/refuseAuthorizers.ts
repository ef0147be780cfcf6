import type { Authorizer } from '@/lib/model/authorizer';
import type { FieldError } from '@/lib/model/ControlError';
import type { Method } from '@/lib/model/method';
import { refuseSettings } from '../authorizers/authorizerSettings';

/** What authorizers say that the gateway could not run, and names that two have: they are told apart by name. */
export function refuseAuthorizers(authorizers: readonly Authorizer[]): FieldError[] {
  const names = new Set<string>();
  return authorizers.flatMap((authorizer) => {
    const { name } = authorizer;
    const message = `Authorizer name must be unique. Authorizer ${name} already exists in this RestApi.`;
    const twice = names.has(name) ? [{ field: 'name', message }] : [];
    names.add(name);
    return [...twice, ...refuseSettings(authorizer)].map(({ field, ...rest }) => ({
      field: `Authorizer ${name} ${field}`,
      ...rest,
    }));
  });
}

/**
 * A method whose authorizer is not there or is of another kind. Without any it is let in: a document may ask for an
 * authorizer that it does not bring, and the engine refuses every call of such a method.
 */
export function refuseAuthorizerOf(
  { authorizationType, authorizerId, authorizationScopes = [] }: Method,
  authorizers: ReadonlyMap<string, Authorizer>,
): FieldError[] {
  if (authorizationScopes.length > 0 && authorizationType !== 'COGNITO_USER_POOLS')
    return [
      {
        field: 'authorizationScopes',
        message: 'Authorization scopes go with the authorization type COGNITO_USER_POOLS only',
      },
    ];
  if (authorizerId === undefined || authorizationType === 'NONE' || authorizationType === 'AWS_IAM')
    return [];
  const type = authorizers.get(authorizerId)?.type;
  const fits = authorizationType === 'COGNITO_USER_POOLS' ? type === authorizationType : isLambda(type);
  if (fits) return [];
  // AWS's sentence (reference/control-plane.md section 2).
  const message =
    'Invalid authorizer ID specified. Setting the authorization type to CUSTOM or COGNITO_USER_POOLS requires a valid authorizer.';
  return [{ field: 'authorizerId', message }];
}

const isLambda = (type: Authorizer['type'] | undefined) => type === 'TOKEN' || type === 'REQUEST';
