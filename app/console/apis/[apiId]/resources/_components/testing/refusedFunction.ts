/** AWS's words for a function that the API, or the role of its integration, may not invoke; and for no such role. */
const REFUSED = [
  'Invalid permissions on Lambda function',
  'API Gateway does not have permission to assume the provided role',
];
const CALLED = /Endpoint request URI: \S*?(arn:aws[\w-]*:lambda:[\w-]+:\d{12}:function:[\w-]+(?::[\w$-]+)?)/;

/**
 * The function that a test run was not let to, by its execution log: with its version or alias, and where the stage
 * variables of the run chose it the one they chose. Undefined for any other run.
 */
export const refusedFunction = (log: string): string | undefined =>
  REFUSED.some((words) => log.includes(words)) ? CALLED.exec(log)?.[1] : undefined;
