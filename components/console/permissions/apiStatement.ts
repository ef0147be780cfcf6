import type { FunctionPermission } from '@/lib/model/function';
import { functionArn, readFunctionArn, stageVariableIn } from '../functionUri';

/** The whole of an API: every stage, method and authorizer. */
function sourceArn(arn: string, apiId: string): string {
  const { region = 'us-east-1', accountId = '000000000000' } = readFunctionArn(arn) ?? {};
  return `arn:aws:execute-api:${region}:${accountId}:${apiId}/*`;
}

const statementId = (apiId: string) => `apigateway-${apiId}`;

/** What letting an API invoke a function writes into the function's policy. */
export const apiStatement = (arn: string, apiId: string): FunctionPermission => ({
  Sid: statementId(apiId),
  Effect: 'Allow',
  Principal: { Service: 'apigateway.amazonaws.com' },
  Action: 'lambda:InvokeFunction',
  Resource: arn,
  Condition: { ArnLike: { 'AWS:SourceArn': sourceArn(arn, apiId) } },
});

/** The same by AWS's command line. */
export function permissionCommand(arn: string, apiId: string, awsEndpoint: string): string {
  const { functionName = arn, qualifier } = readFunctionArn(arn) ?? {};
  return [
    'aws lambda add-permission',
    `--endpoint-url ${awsEndpoint}`,
    `--function-name ${functionName}`,
    ...(qualifier === undefined ? [] : [`--qualifier ${qualifier}`]),
    `--statement-id ${statementId(apiId)}`,
    '--action lambda:InvokeFunction',
    '--principal apigateway.amazonaws.com',
    `--source-arn '${sourceArn(arn, apiId)}'`,
  ].join(' \\\n  ');
}

type Variables = Readonly<Record<string, string>>;

/**
 * The functions that stages choose by the variables in an ARN, each once. Where no stage says it, one with words to
 * replace: `FUNCTION_NAME`.
 */
export function chosenArns(arn: string, stages: readonly Variables[]): string[] {
  const named = readFunctionArn(arn);
  if (!named) return [];
  const chosen = stages.flatMap((variables) => {
    const functionName = chosenBy(named.functionName, variables);
    const qualifier = chosenBy(named.qualifier ?? '', variables);
    if (!functionName || qualifier === undefined) return [];
    return functionArn({ ...named, functionName, qualifier });
  });
  return chosen.length > 0 ? [...new Set(chosen)] : [functionArn(toReplace(named))];
}

/** A part of the ARN, or what the stage puts in its place. */
function chosenBy(part: string, variables: Variables): string | undefined {
  const variable = stageVariableIn(part);
  return variable === undefined ? part : variables[variable];
}

const toReplace = ({
  functionName,
  qualifier = '',
  ...named
}: NonNullable<ReturnType<typeof readFunctionArn>>) => ({
  ...named,
  functionName: stageVariableIn(functionName) === undefined ? functionName : 'FUNCTION_NAME',
  qualifier: stageVariableIn(qualifier) === undefined ? qualifier : 'ALIAS_NAME',
});
