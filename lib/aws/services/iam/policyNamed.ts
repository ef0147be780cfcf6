import type { ManagedPolicy } from '@/lib/model/identity';
import { AwsError } from '../../AwsError';
import { required } from '../../protocols/queryInput';
import type { OperationCall } from '../../Service';

/** The managed policy whose ARN the call has. @throws AwsError NoSuchEntity */
export async function policyNamed({ input, door, actor }: OperationCall): Promise<ManagedPolicy> {
  const arn = required(input, 'PolicyArn');
  const all = await door.control.identity.policies(actor);
  const found = all.find((policy) => policy.arn === arn);
  if (found) return found;
  throw new AwsError('NoSuchEntity', `Policy ${arn} does not exist or is not attachable.`, 404);
}

/** As IAM gives documents in its answers (RFC 3986). */
export const written = (document: string): string =>
  encodeURIComponent(document).replace(
    /[!'()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** `arn:aws:iam::aws:policy/service-role/AWSLambdaRole` -> its name */
export const policyNameOf = (arn: string): string => arn.slice(arn.lastIndexOf('/') + 1);

export const attachedShape = (arn: string) => ({ PolicyName: policyNameOf(arn), PolicyArn: arn });
