import type { z } from 'zod';
import { issueMessage } from '@/lib/control/parse';
import { AwsError } from '../../AwsError';
import { readJsonObject } from '../../protocols/readJsonObject';
import type { OperationCall } from '../../Service';
import { queryOf } from '../apigateway/inputOf';

/**
 * The members of a JSON body, as AWS's shape has them; null is what was not sent, and members that `schema` does not
 * have are left out, as AWS leaves them out.
 * @throws AwsError BadRequestException; SerializationException for a wrong JSON type
 */
export async function bodyOf<Schema extends z.ZodType>(
  { request }: OperationCall,
  schema: Schema,
): Promise<z.output<Schema>> {
  const body = await request.readBody();
  return checked(body.length === 0 ? {} : withoutNulls(readJsonObject(body)), schema);
}

/** Parameters of the query; one that is sent twice is a list. @throws AwsError BadRequestException */
export function queryMembers<Schema extends z.ZodType>(
  { request }: OperationCall,
  schema: Schema,
): z.output<Schema> {
  return checked(queryOf(request.query), schema);
}

/** A part of the path, decoded. */
export function label({ input }: OperationCall, name: string): string {
  return String(input[name]);
}

function checked<Schema extends z.ZodType>(members: unknown, schema: Schema): z.output<Schema> {
  const parsed = schema.safeParse(members);
  if (parsed.success) return parsed.data;
  throw refusal(parsed.error.issues, members);
}

function refusal(issues: z.core.$ZodIssue[], members: unknown): AwsError {
  const wrongType = issues.find((issue) => isWrongType(issue) && at(members, issue.path) !== undefined);
  if (wrongType)
    return new AwsError('SerializationException', `${wrongType.path.join('.')}: ${wrongType.message}`);
  return new AwsError('BadRequestException', [...new Set(issues.map((issue) => told(issue)))].join('; '));
}

const isWrongType = ({ code }: z.core.$ZodIssue) => code === 'invalid_type' || code === 'invalid_union';

/** Messages of the model say what is wrong by themselves; zod's own need the member's name. */
function told(issue: z.core.$ZodIssue): string {
  const where = issue.path.join('.');
  if (isWrongType(issue)) return `${where} is required`;
  if (issue.code === 'invalid_value')
    return /^Invalid (option|input):/.test(issue.message)
      ? `Invalid ${where} specified. Valid values are ${issue.values.join(', ')}`
      : issue.message;
  const message = issueMessage(issue);
  return /^(Invalid|Too) /.test(message) ? `${where}: ${message}` : message;
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inside, name) => (typeof inside === 'object' && inside !== null ? Reflect.get(inside, name) : undefined),
    value,
  );
}

/** Clients send null for what shall not be. */
function withoutNulls(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) => (member === null ? [] : [[name, stripped(member)]])),
  );
}

function stripped(member: unknown): unknown {
  if (typeof member !== 'object' || member === null || Array.isArray(member)) return member;
  return withoutNulls(member as Record<string, unknown>);
}
