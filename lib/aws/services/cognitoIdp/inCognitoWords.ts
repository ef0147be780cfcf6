import { type ControlError, isControlError } from '@/lib/model/ControlError';
import { AwsError } from '../../AwsError';

/** The control plane's refusals by Cognito's names, all with status 400. Every other error as it is. */
export function inCognitoWords(error: unknown): unknown {
  if (!isControlError(error)) return error;
  const code = nameOf(error);
  if (code === 'InvalidPasswordException')
    return new AwsError(code, `Password did not conform with policy: ${error.message}`);
  return code === undefined ? error : new AwsError(code, error.message);
}

function nameOf({ code, fields: [first] }: ControlError): string | undefined {
  if (code === 'NotFoundException') return 'ResourceNotFoundException';
  if (code === 'BadRequestException')
    return first?.field === 'password' ? 'InvalidPasswordException' : 'InvalidParameterException';
  if (code !== 'ConflictException') return undefined;
  return first?.field === 'username' ? 'UsernameExistsException' : 'ConcurrentModificationException';
}
