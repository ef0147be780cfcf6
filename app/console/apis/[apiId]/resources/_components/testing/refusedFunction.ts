/** AWS's words for a function whose policy does not let the API invoke it. */
const REFUSED = 'Invalid permissions on Lambda function';
const CALLED = /Endpoint request URI: \S*?(arn:aws[\w-]*:lambda:[\w-]+:\d{12}:function:[\w-]+(?::[\w$-]+)?)/;

/**
 * The function that a test run was not let to, by its execution log: with its version or alias, and where the stage
 * variables of the run chose it the one they chose. Undefined for any other run.
 */
export const refusedFunction = (log: string): string | undefined =>
  log.includes(REFUSED) ? CALLED.exec(log)?.[1] : undefined;
