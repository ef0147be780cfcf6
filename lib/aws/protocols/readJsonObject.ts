import { AwsError } from '../AwsError';

/** @throws AwsError SerializationException for what is no object in JSON */
export function readJsonObject(body: Buffer): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(body.toString());
  } catch {
    throw new AwsError('SerializationException', 'The request is not JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new AwsError('SerializationException', 'The request is not an object');
  return value as Record<string, unknown>;
}
