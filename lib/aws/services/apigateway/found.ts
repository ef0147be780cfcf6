import { isControlError } from '@/lib/model/ControlError';
import { AwsError } from '../../AwsError';

export const notFound = (message: string) => new AwsError('NotFoundException', message, 404);

/** @throws AwsError NotFoundException */
export function found<Value>(value: Value | undefined, message: string): Value {
  if (value === undefined) throw notFound(message);
  return value;
}

/** For groups whose operations name their own thing where it is the API that is not there, as recorded. */
export async function told<Value>(work: Promise<Value>, refusal: AwsError): Promise<Value> {
  return work.catch((error: unknown) =>
    Promise.reject(isControlError(error) && error.code === 'NotFoundException' ? refusal : error),
  );
}
