import type { z } from 'zod';
import type { AwsError } from '../AwsError';
import type { OperationCall } from '../Service';

/**
 * A call's input as a schema reads it.
 * @param refusal what the service says of an input that is not of it
 */
export function parsedInput<Schema extends z.ZodType>(
  { input }: Pick<OperationCall, 'input'>,
  schema: Schema,
  refusal: (issues: z.core.$ZodIssue[]) => AwsError,
): z.output<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw refusal(parsed.error.issues);
}

/** `logGroupName: Invalid input; limit: Too big` */
export const listed = (issues: z.core.$ZodIssue[]): string =>
  issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
