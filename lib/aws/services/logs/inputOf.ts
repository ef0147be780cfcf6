import { z } from 'zod';
import { AwsError } from '../../AwsError';
import type { OperationCall } from '../../Service';

/** @throws AwsError InvalidParameterException */
export function inputOf<Schema extends z.ZodType>(
  { input }: OperationCall,
  schema: Schema,
): z.output<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw invalid(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '));
}

export const invalid = (message: string) => new AwsError('InvalidParameterException', message);

export const limit = (most: number) => z.int().min(1).max(most).default(most);
export const group = z.object({
  logGroupName: z.string().optional(),
  /** name or ARN */
  logGroupIdentifier: z.string().optional(),
});
