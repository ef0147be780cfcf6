import { compileUri } from '../mapping/compileUri';

const NO_PATH = new Map<string, string>();

/** The function's ARN, with the stage's variables filled in. */
export type FunctionArn = (stageVariables: Readonly<Record<string, string>>) => string;

/**
 * Reads the function out of `arn:aws:apigateway:{region}:lambda:path/2015-03-31/functions/{functionArn}/invocations`;
 * slashes and spaces before the version are taken (recorded).
 * @throws Error when it is none
 */
export function functionArnOf(uri: string): FunctionArn {
  const match =
    /^arn:aws[\w-]*:apigateway:[\w-]+:lambda:path\/[/ ]*(?:2015-03-31|2021-11-15)\/functions\/(.+)\/(?:response-streaming-)?invocations$/s.exec(
      uri,
    );
  const arn = match?.[1];
  if (!arn) throw new Error(`${uri} is no function's invocation URI`);
  const build = compileUri(arn);
  return (stageVariables) => build(stageVariables, NO_PATH);
}
