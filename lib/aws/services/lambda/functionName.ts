import { AwsError, printable } from '../../AwsError';
import type { DoorOptions } from '../../DoorOptions';
import type { OperationCall } from '../../Service';

export interface NamedFunction {
  functionName: string;
  qualifier: string | undefined;
}

const NAME =
  /^(?:arn:aws[\w-]*:lambda:[\w-]+:)?(?:(\d{12}):function:)?([\w-]{1,64})(?::(\$LATEST|[\w-]{1,128}))?$/;

/**
 * The function that a path names, with the version or alias that its query names.
 * @throws AwsError
 */
export function functionNamed({ input, request, door }: OperationCall): NamedFunction {
  const { functionName, qualifier: inName } = readFunctionName(String(input.FunctionName), door);
  const inQuery = new URLSearchParams(request.query).get('Qualifier') || undefined;
  if (inName !== undefined && inQuery !== undefined && inName !== inQuery)
    throw invalid('The derived qualifier from the function name does not match the specified qualifier.');
  return { functionName, qualifier: inName ?? inQuery };
}

/**
 * By name, partial ARN or ARN, each with or without a version or alias
 * (https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html#API_Invoke_RequestSyntax).
 * @throws AwsError
 */
export function readFunctionName(text: string, door: DoorOptions): NamedFunction {
  const [whole, account = door.accountId, functionName = '', qualifier] = NAME.exec(text) ?? [];
  if (whole === undefined || (text.startsWith('arn:') && !text.includes(':function:')))
    throw invalid(`Value '${printable(text)}' at 'functionName' failed to satisfy constraint`);
  if (account !== door.accountId)
    throw new AwsError('ResourceNotFoundException', `Function not found: ${printable(text)}`, 404);
  return { functionName, qualifier };
}

export function invalid(message: string): AwsError {
  return new AwsError('InvalidParameterValueException', message, 400);
}
