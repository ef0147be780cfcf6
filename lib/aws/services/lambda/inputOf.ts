import type { z } from 'zod';
import { AwsError } from '../../AwsError';
import { readJsonObject } from '../../protocols/readJsonObject';
import type { OperationCall } from '../../Service';
import { invalid } from './functionName';

/**
 * The members of an operation's JSON body that `schema` has. What stands in path and query is read where it is used.
 * @throws AwsError InvalidRequestContentException, InvalidParameterValueException
 */
export async function inputOf<Schema extends z.ZodType>(
  { request }: OperationCall,
  schema: Schema,
): Promise<z.output<Schema>> {
  const body = await request.readBody();
  const parsed = schema.safeParse(body.length === 0 ? {} : readBody(body));
  if (parsed.success) return parsed.data;
  const told = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw invalid(told.join('; '));
}

function readBody(body: Buffer): Record<string, unknown> {
  try {
    return readJsonObject(body);
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    throw new AwsError(
      'InvalidRequestContentException',
      `Could not parse request body into json: ${error.message}`,
    );
  }
}
