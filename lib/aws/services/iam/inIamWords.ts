import { type ControlError, isControlError } from '@/lib/model/ControlError';
import { AwsError } from '../../AwsError';

/** The control plane's refusals by IAM's names, which depend on what was asked. Every other error as it is. */
export function inIamWords(operation: string, error: unknown): unknown {
  if (!isControlError(error)) return error;
  const [code, status] = nameOf(operation, error);
  return code === undefined ? error : new AwsError(code, error.message, status);
}

function nameOf(
  operation: string,
  { code, message, fields }: ControlError,
): [code?: string, status?: number] {
  if (code === 'NotFoundException') return ['NoSuchEntity', 404];
  if (code === 'LimitExceededException') return ['LimitExceeded', 409];
  if (code === 'BadRequestException')
    return fields.some(({ field }) => field === 'document')
      ? ['MalformedPolicyDocument', 400]
      : ['ValidationError', 400];
  if (code !== 'ConflictException') return [];
  if (message.includes('concurrent modification')) return ['ConcurrentModification', 409];
  return [operation.startsWith('Delete') ? 'DeleteConflict' : 'EntityAlreadyExists', 409];
}
