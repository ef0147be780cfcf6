import { z } from 'zod';
import { readJsonObject } from '../../protocols/readJsonObject';
import type { OperationCall } from '../../Service';
import { refusedInput } from './refusedInput';

/**
 * An operation's input as the SDKs name it: what the path names, the query, and the members of a JSON body. A query
 * parameter that is sent twice is a list; members that `schema` does not have are left out, as AWS leaves them out.
 * @throws AwsError BadRequestException, ValidationException, SerializationException (reference section 2)
 */
export async function inputOf<Schema extends z.ZodType>(
  { operation, input, request }: OperationCall,
  schema: Schema,
): Promise<z.output<Schema>> {
  const body = await request.readBody();
  const members = body.length === 0 ? {} : readJsonObject(body);
  const address = { ...queryOf(request.query), ...input };
  const parsed = schema.safeParse({ ...members, ...address });
  if (parsed.success) return parsed.data;
  throw refusedInput({ operation, body: members, address, issues: parsed.error.issues });
}

/** The same for operations whose body is a document: path and query alone. */
export function addressOf<Schema extends z.ZodType>(
  { operation, input, request }: OperationCall,
  schema: Schema,
): z.output<Schema> {
  const address = { ...queryOf(request.query), ...input };
  const parsed = schema.safeParse(address);
  if (parsed.success) return parsed.data;
  throw refusedInput({ operation, body: {}, address, issues: parsed.error.issues });
}

/** For booleans of the query. */
export const flag = z.enum(['true', 'false']).transform((text) => text === 'true');

/** One that is sent twice is a list. */
export function queryOf(query: string): Record<string, string | string[]> {
  const parameters = new URLSearchParams(query);
  const names = [...new Set(parameters.keys())];
  return Object.fromEntries(
    names.map((name) => {
      const values = parameters.getAll(name);
      return [name, values.length > 1 ? values : (values[0] ?? '')];
    }),
  );
}
