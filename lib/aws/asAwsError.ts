import { type ControlError, errorStatus, isControlError } from '@/lib/model/ControlError';
import { isIdentityProviderError } from '@/lib/model/IdentityProviderError';
import { AwsError } from './AwsError';
import type { Service } from './Service';

/** A refusal of the door or of the control plane as the service would say it; undefined for every other error. */
export function asAwsError(error: unknown, { errorCodes = {} }: Service): AwsError | undefined {
  if (error instanceof AwsError) return error;
  if (isControlError(error))
    return new AwsError(errorCodes[error.code] ?? error.code, firstOf(error), errorStatus[error.code]);
  if (isIdentityProviderError(error)) return new AwsError(error.type, error.message, 400);
  return undefined;
}

/** The control plane tells all that is wrong with an input, AWS the first, as recorded. */
function firstOf({ message, fields }: ControlError): string {
  const [first] = fields;
  const all = [...new Set(fields.map((field) => field.message))].join('; ');
  return first && message === all ? first.message : message;
}
