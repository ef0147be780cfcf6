import { z } from 'zod';
import { AwsError } from '../../AwsError';
import type { OperationCall } from '../../Service';
import { listed, parsedInput } from '../parsedInput';

/** @throws AwsError InvalidParameterException */
export const inputOf = <Schema extends z.ZodType>(call: OperationCall, schema: Schema): z.output<Schema> =>
  parsedInput(call, schema, (issues) => invalid(listed(issues)));

export const invalid = (message: string) => new AwsError('InvalidParameterException', message);

export const limit = (most: number) => z.int().min(1).max(most).default(most);
export const group = z.object({
  logGroupName: z.string().optional(),
  /** name or ARN */
  logGroupIdentifier: z.string().optional(),
});
