import { z } from 'zod';
import { AwsError } from '../../AwsError';
import type { OperationCall } from '../../Service';
import { listed, parsedInput } from '../parsedInput';

/** CBOR has times, JSON seconds since the epoch, the query ISO 8601. */
export const time = z
  .union([z.date(), z.number(), z.string()])
  .transform((value) => new Date(typeof value === 'number' ? value * 1000 : value).getTime())
  .refine(Number.isFinite, 'A time is no time');
export const number = z.coerce.number();
export const dimensions = z
  .array(z.object({ Name: z.string(), Value: z.string().optional() }))
  .max(30)
  .default([]);

/** @throws AwsError InvalidParameterValue */
export const inputOf = <Schema extends z.ZodType>(
  { input }: OperationCall,
  schema: Schema,
): z.output<Schema> => parsedInput({ input: nested(input) }, schema, (issues) => invalid(listed(issues)));

export const invalid = (message: string) => new AwsError('InvalidParameterValue', message);

/** `Dimensions.member.1.Name` of the query becomes a member of a list; what has no dots stays as it is. */
function nested(input: Record<string, unknown>): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(input)) {
    const parts = key.split('.');
    if (parts.includes('__proto__')) continue;
    let at = root;
    for (const part of parts.slice(0, -1)) {
      const next = at[part];
      at =
        typeof next === 'object' && next !== null ? (next as Record<string, unknown>) : ownMember(at, part);
    }
    at[parts.at(-1) ?? ''] = value;
  }
  return Object.keys(input).every((key) => !key.includes('.')) ? root : listsOf(root);
}

function ownMember(at: Record<string, unknown>, part: string): Record<string, unknown> {
  const made: Record<string, unknown> = {};
  at[part] = made;
  return made;
}

function listsOf<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || value instanceof Date)
    return value;
  const { member } = value as { member?: unknown };
  if (typeof member === 'object' && member !== null) return Object.values(member).map(listsOf) as Value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, listsOf(one)])) as Value;
}
