import { z } from 'zod';
import { issueMessage } from '@/lib/control/parse';
import { AwsError } from '../../AwsError';
import { readJsonObject } from '../../protocols/readJsonObject';
import type { OperationCall } from '../../Service';

/**
 * An operation's input as the SDKs name it: what the path names, the query, and the members of a JSON body. A query
 * parameter that is sent twice is a list; members that `schema` does not have are left out, as AWS leaves them out.
 * @throws AwsError BadRequestException, ValidationException, SerializationException (reference section 2)
 */
export async function inputOf<Schema extends z.ZodType>(
  { input, request }: OperationCall,
  schema: Schema,
): Promise<z.output<Schema>> {
  const body = await request.readBody();
  const members = body.length === 0 ? {} : readJsonObject(body);
  const parsed = schema.safeParse({ ...members, ...queryOf(request.query), ...input });
  if (parsed.success) return parsed.data;
  throw refusal(parsed.error.issues);
}

/** The same for operations whose body is a document: path and query alone. */
export function addressOf<Schema extends z.ZodType>(
  { input, request }: OperationCall,
  schema: Schema,
): z.output<Schema> {
  const parsed = schema.safeParse({ ...queryOf(request.query), ...input });
  if (parsed.success) return parsed.data;
  throw refusal(parsed.error.issues);
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

/** AWS tells a wrong JSON type, then what its enumerations do not have, all together, then the rest. */
function refusal(issues: z.core.$ZodIssue[]): AwsError {
  const [wrongType] = issues.filter(({ code }) => code === 'invalid_type' || code === 'invalid_union');
  if (wrongType) return new AwsError('SerializationException', `${at(wrongType)}: ${wrongType.message}`);
  const enumerations = issues.filter((issue) => issue.code === 'invalid_value');
  if (enumerations.length === 0)
    return new AwsError('BadRequestException', [...new Set(issues.map(issueMessage))].join('; '));
  const told = enumerations.map(
    (issue) =>
      `Value at '${at(issue)}' failed to satisfy constraint: Member must satisfy enum value set: [${issue.values.join(', ')}]`,
  );
  const count = `${told.length} validation error${told.length > 1 ? 's' : ''} detected`;
  return new AwsError('ValidationException', `${count}: ${told.join('; ')}`);
}

const at = ({ path }: z.core.$ZodIssue) => path.join('.');
