/** Failures in the shapes of Lambda (https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html#API_Invoke_Errors). */

/** What the service answers in place of the function. */
export class InvokeRefusal extends Error {
  constructor(
    readonly status: number,
    /** X-Amzn-ErrorType */
    readonly errorType: string,
    readonly body: Record<string, string>,
  ) {
    super(errorType);
  }
}

export const notFound = (name: string) =>
  new InvokeRefusal(404, 'ResourceNotFoundException', {
    Type: 'User',
    Message: `Function not found: ${name}`,
  });

/** @param name as the caller names the function */
export const notPermitted = (name: string) =>
  new InvokeRefusal(403, 'AccessDeniedException', {
    Message: `User: apigateway.amazonaws.com is not authorized to perform: lambda:InvokeFunction on resource: ${name} because no resource-based policy allows the lambda:InvokeFunction action`,
  });

export const tooLarge = (limit: number) =>
  new InvokeRefusal(413, 'RequestTooLargeException', {
    Type: 'User',
    message: `Request must be smaller than ${limit} bytes for the InvokeFunction operation`,
  });

export const notJson = (reason: string) =>
  new InvokeRefusal(400, 'InvalidRequestContentException', {
    Type: 'User',
    message: `Could not parse request body into json: ${reason}`,
  });

export const badClientContext = () =>
  new InvokeRefusal(400, 'InvalidRequestContentException', {
    Type: 'User',
    message: 'Client context must be a valid Base64-encoded JSON object.',
  });

export const throttled = (
  Reason: 'ReservedFunctionConcurrentInvocationLimitExceeded' | 'ConcurrentInvocationLimitExceeded',
) =>
  new InvokeRefusal(429, 'TooManyRequestsException', {
    Reason,
    Type: 'User',
    message: 'Rate Exceeded.',
  });

/** The function's own failure: its answer is this JSON with X-Amz-Function-Error. */
export interface ErrorPayload {
  errorType: string;
  errorMessage: string;
  trace?: string[];
}

export const timedOut = (requestId: string, seconds: number): ErrorPayload => ({
  errorType: 'Sandbox.Timedout',
  errorMessage: `RequestId: ${requestId} Error: Task timed out after ${seconds.toFixed(2)} seconds`,
});

/** @param how e.g. `exit status 1`, `signal: killed`; undefined when the process ended well, but ended */
export const exited = (requestId: string, how: string | undefined): ErrorPayload => ({
  errorType: 'Runtime.ExitError',
  errorMessage: `RequestId: ${requestId} Error: Runtime exited ${how === undefined ? 'without providing a reason' : `with error: ${how}`}`,
});

export const answerTooLarge = (limit: number): ErrorPayload => ({
  errorType: 'Function.ResponseSizeTooLarge',
  errorMessage: `Response payload size exceeded maximum allowed payload size (${limit} bytes).`,
});

export const cannotStart = (reason: string): ErrorPayload => ({
  errorType: 'Runtime.InvalidEntrypoint',
  errorMessage: reason,
});
