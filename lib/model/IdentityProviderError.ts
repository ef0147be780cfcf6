/**
 * What Cognito's calls (userPools.identityProvider) throw when they refuse: `type` goes out as `__type`, all with
 * status 400, as the service does. Crosses bundle borders as plain data: tell it by `type`, never by instanceof.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/CommonErrors.html
 */
export class IdentityProviderError extends Error {
  constructor(
    readonly type: IdentityProviderErrorType,
    message: string,
  ) {
    super(message);
    this.name = 'IdentityProviderError';
  }
}

const types = [
  'InternalErrorException',
  'InvalidParameterException',
  'InvalidPasswordException',
  'NotAuthorizedException',
  'ResourceNotFoundException',
  'TooManyRequestsException',
  'UnauthorizedException',
  'UnknownOperationException',
  'UnsupportedTokenTypeException',
  'UserNotConfirmedException',
  'UsernameExistsException',
] as const;
export type IdentityProviderErrorType = (typeof types)[number];

/** True for an IdentityProviderError of any copy of this module. */
export function isIdentityProviderError(error: unknown): error is IdentityProviderError {
  return error instanceof Error && 'type' in error && types.some((type) => type === error.type);
}
