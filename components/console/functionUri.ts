/** A function by its ARN; its name or its qualifier may be `${stageVariables.name}`. */
export interface FunctionArn {
  region: string;
  accountId: string;
  functionName: string;
  /** version or alias; absent: $LATEST */
  qualifier?: string;
}

const ARN = /^arn:aws[\w-]*:lambda:([\w-]+):(\d{12}):function:([^:\s]*)(?::(\S+))?$/;
const URI =
  /^arn:aws[\w-]*:apigateway:[^:]+:lambda:path\/[/ ]*[^/]+\/functions\/(\S*)\/(invocations|response-streaming-invocations)$/;

/** Undefined for what is no function's ARN. */
export function readFunctionArn(arn: string): FunctionArn | undefined {
  const [, region, accountId, functionName, qualifier] = ARN.exec(arn) ?? [];
  if (region === undefined || accountId === undefined || functionName === undefined) return undefined;
  return { region, accountId, functionName, ...(qualifier && { qualifier }) };
}

export const functionArn = ({ region, accountId, functionName, qualifier }: FunctionArn): string =>
  `arn:aws:lambda:${region}:${accountId}:function:${functionName}${qualifier ? `:${qualifier}` : ''}`;

/** The function ARN inside an invocation URI; undefined for any other URI. */
export const invokedArn = (uri: string): string | undefined => URI.exec(uri)?.[1];

/**
 * The URI that integrations and authorizers invoke a function by
 * (https://docs.aws.amazon.com/apigateway/latest/api/API_Integration.html); a streamed answer has one of its own
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/response-transfer-mode-lambda.html).
 */
export function invocationUri(arn: string, streams = false): string {
  const region = readFunctionArn(arn)?.region ?? 'us-east-1';
  const call = streams ? '2021-11-15' : '2015-03-31';
  const verb = streams ? 'response-streaming-invocations' : 'invocations';
  return `arn:aws:apigateway:${region}:lambda:path/${call}/functions/${arn}/${verb}`;
}

const VARIABLE = /^\$\{stageVariables\.([^}]*)\}$/;
export const asStageVariable = (name: string): string => `\${stageVariables.${name}}`;
/** The name of the one stage variable that a part of an ARN is; undefined when it is none. */
export const stageVariableIn = (part: string): string | undefined => VARIABLE.exec(part)?.[1];

/** `hello`, `hello:live`; what cannot be read stays as it is. */
export function functionWords(uri: string): string {
  const arn = invokedArn(uri);
  if (arn === undefined) return uri;
  const named = readFunctionArn(arn);
  if (!named) return arn;
  return named.qualifier ? `${named.functionName}:${named.qualifier}` : named.functionName;
}
