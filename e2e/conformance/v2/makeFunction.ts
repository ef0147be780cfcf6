import { writeFileSync } from 'node:fs';
import { test } from '../../fixtures/test';
import { type awsCli, textOf } from '../tools';
import { functionZip } from './functionZip';

type Aws = ReturnType<typeof awsCli>;

/** A function by AWS's command line. @returns its ARN */
export async function makeFunction(
  aws: Aws,
  name: string,
  code: string,
  variables: Record<string, string> = {},
): Promise<string> {
  const file = test.info().outputPath(`${name}.zip`);
  writeFileSync(file, await functionZip(code));
  const { FunctionArn } = await aws(
    ...['lambda', 'create-function', '--function-name', name, '--runtime', 'nodejs22.x'],
    ...['--handler', 'index.handler', '--role', 'arn:aws:iam::000000000000:role/lambda', '--timeout', '30'],
    ...['--environment', JSON.stringify({ Variables: variables }), '--zip-file', `fileb://${file}`],
  );
  return textOf(FunctionArn);
}

/** Lets an API call a function. @param source of the API's execution ARNs, without the API's own part */
export function permit(aws: Aws, name: string, apiId: string, source: string) {
  return aws(
    ...['lambda', 'add-permission', '--function-name', name, '--statement-id', apiId],
    ...['--action', 'lambda:InvokeFunction', '--principal', 'apigateway.amazonaws.com'],
    ...['--source-arn', `arn:aws:execute-api:us-east-1:000000000000:${apiId}/${source}`],
  );
}
