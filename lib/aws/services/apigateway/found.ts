import { AwsError } from '../../AwsError';

/** @throws AwsError NotFoundException */
export function found<Value>(value: Value | undefined, message: string): Value {
  if (value === undefined) throw new AwsError('NotFoundException', message, 404);
  return value;
}
