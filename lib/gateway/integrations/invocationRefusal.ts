import type { FunctionAnswer } from '../ports';

/** What an execution log says of a function that was not run, in AWS's words. */
export function invocationRefusal({
  status,
  errorType,
  payload,
}: Pick<FunctionAnswer, 'status' | 'errorType'> & { payload?: Buffer }): string {
  if (errorType?.startsWith('AccessDeniedException')) return 'Invalid permissions on Lambda function';
  return `Lambda invocation failed with status: ${status}. ${payload?.toString('utf8', 0, 1_000) ?? ''}`;
}
