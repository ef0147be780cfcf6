/** arn:aws:apigateway:{region}:lambda:path/2015-03-31/functions/{functionArn}/invocations */
const invocation = /^arn:[^:]+:apigateway:[^:]+:lambda:path\/[^/]+\/functions\/(.+)\/[a-z-]*invocations$/;

/** The function's ARN in an invocation URI; undefined where there is none. */
export const functionArnOf = (uri: string): string | undefined => invocation.exec(uri)?.[1];

/** `name` or `name:alias` of the function that an invocation URI calls, or the URI where it is none. */
export function functionNameOf(uri: string): string {
  const [, , , , , , ...name] = functionArnOf(uri)?.split(':') ?? [];
  return name.join(':') || uri;
}
