/** What an ARN says of a function: `arn:aws:lambda:{region}:{accountId}:function:{name}[:{version or alias}]`. */
export interface FunctionArnParts {
  region: string;
  accountId: string;
  functionName: string;
  /** version or alias; absent: $LATEST */
  qualifier?: string;
}

/** AWS takes any word in the account's place, `account-id` of its own examples too (recorded). */
const ARN =
  /^arn:aws[\w-]*:lambda:([\w-]+):([\w-]{1,64}):function:([\w-]{1,64})(?::(\$LATEST|\$\{stageVariables\.[^}]+\}|[\w-]{1,128}))?$/;
/** Slashes and spaces before the version are taken: many templates write `path//2015-03-31` (recorded). */
const INVOCATION =
  /^arn:aws[\w-]*:apigateway:[\w-]+:lambda:path\/[/ ]*(?:2015-03-31|2021-11-15)\/functions\/(.+)\/(?:response-streaming-)?invocations$/;

/** Undefined for what is none, and where a stage variable stands in for more than the version. */
export function readFunctionArn(arn: string): FunctionArnParts | undefined {
  const [, region, accountId, functionName, qualifier] = ARN.exec(arn) ?? [];
  if (!region || !accountId || !functionName) return undefined;
  return { region, accountId, functionName, ...(qualifier !== undefined && { qualifier }) };
}

/**
 * The ARN in `arn:aws:apigateway:{region}:lambda:path/2015-03-31/functions/{functionArn}/invocations`; undefined for
 * any other URI.
 */
export function functionArnInUri(uri: string): string | undefined {
  return INVOCATION.exec(uri)?.[1];
}
