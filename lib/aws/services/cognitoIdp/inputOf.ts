import { z } from 'zod';
import { AwsError } from '../../AwsError';
import type { OperationCall } from '../../Service';
import { parsedInput } from '../parsedInput';

/**
 * A call's input. A member that the schema does not have is refused by its name: what is not built is not taken and
 * forgotten.
 * @throws AwsError InvalidParameterException
 */
export const inputOf = <Schema extends z.ZodType>(call: OperationCall, schema: Schema): z.output<Schema> =>
  parsedInput(call, schema, ([first]) => invalid(first));

function invalid(issue: z.core.$ZodIssue | undefined): AwsError {
  if (issue?.code === 'unrecognized_keys') {
    const members = issue.keys.map((key) => [...issue.path, key].join('.').slice(0, 128));
    return invalidParameter(`Not supported here: ${members.join(', ')}.`);
  }
  const at = issue?.path.join('.') ?? '';
  const message = issue?.message ?? '';
  return invalidParameter(
    `1 validation error detected: Value at '${at}' failed to satisfy constraint: ${message}`,
  );
}

export const invalidParameter = (message: string) => new AwsError('InvalidParameterException', message);

/** Longest of Cognito's texts are bounded by the control plane; this bounds what is looked at. */
export const text = z.string().min(1).max(4096);

/** A member that has one value here, which AWS's tools send without being told to. */
export const always = <Value extends string | number | boolean>(value: Value) =>
  z.literal(value, `Only ${value} is supported here`).optional();

/** A list that stands empty here. */
export const empty = (why: string) => z.array(z.unknown()).max(0, why).optional();

export const ofPool = { UserPoolId: text };
