import { type ErrorCode, isControlError } from '@/lib/model/ControlError';
import { IdentityProviderError, type IdentityProviderErrorType } from '@/lib/model/IdentityProviderError';

export const notAuthorized = (message = 'Incorrect username or password.') =>
  new IdentityProviderError('NotAuthorizedException', message);
export const invalidParameter = (message: string) =>
  new IdentityProviderError('InvalidParameterException', message);

const typeByCode: Partial<Record<ErrorCode, IdentityProviderErrorType>> = {
  BadRequestException: 'InvalidParameterException',
  UnauthorizedException: 'NotAuthorizedException',
  AccessDeniedException: 'NotAuthorizedException',
  NotFoundException: 'ResourceNotFoundException',
  ConflictException: 'UsernameExistsException',
  TooManyRequestsException: 'TooManyRequestsException',
};

/** An operation's refusal as Cognito says it; anything else as it came. */
export function asCognitoSays(error: unknown): unknown {
  if (!isControlError(error)) return error;
  const [first] = error.fields;
  if (error.code === 'BadRequestException' && first?.field === 'password')
    return new IdentityProviderError(
      'InvalidPasswordException',
      `Password did not conform with policy: ${error.message}`,
    );
  if (error.code === 'ConflictException')
    return new IdentityProviderError(
      first?.field === 'username' ? 'UsernameExistsException' : 'InternalErrorException',
      first?.field === 'username' ? 'User already exists' : error.message,
    );
  const type = typeByCode[error.code];
  return type ? new IdentityProviderError(type, error.message) : error;
}
