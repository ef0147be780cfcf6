import type { FunctionAnswer } from '../ports';

/** FunctionAnswer.errorType where the role that is to invoke is not there, or does not trust API Gateway. */
export const ROLE_NOT_ASSUMED = 'RoleNotAssumed';

/** What an execution log says of a function that was not run, in AWS's words. */
export function invocationRefusal({
  status,
  errorType,
  payload,
}: Pick<FunctionAnswer, 'status' | 'errorType'> & { payload?: Buffer }): string {
  if (errorType === ROLE_NOT_ASSUMED)
    return 'API Gateway does not have permission to assume the provided role';
  if (errorType?.startsWith('AccessDeniedException')) return 'Invalid permissions on Lambda function';
  return `Lambda invocation failed with status: ${status}. ${payload?.toString('utf8', 0, 1_000) ?? ''}`;
}
