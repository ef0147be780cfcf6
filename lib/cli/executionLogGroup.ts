import type { AwsClient } from './AwsClient';
import { CliFailure, usageError } from './CliFailure';
import { findApi } from './findApi';

/**
 * The log group of a stage's execution log.
 * @param text `API/STAGE`; the API by its id, one of a REST API by its name too
 * @param groups those that there are
 * @throws CliFailure for a stage that logs nothing and never did
 */
export async function executionLogGroup(
  aws: AwsClient,
  text: string,
  groups: readonly string[],
): Promise<string> {
  const [, api = '', stage = ''] = /^(.+)\/([^/]+)$/.exec(text) ?? [];
  if (api === '') throw usageError(`--execution needs API/STAGE, not ${text}`);
  const named = (id: string) => [
    `API-Gateway-Execution-Logs_${id}/${stage}`,
    `/aws/apigateway/${id}/${stage}`,
  ];
  const byId = named(api).find((name) => groups.includes(name));
  if (byId !== undefined) return byId;
  const found = named((await findApi(aws, api)).id).find((name) => groups.includes(name));
  if (found !== undefined) return found;
  throw new CliFailure(`Stage ${stage} of ${api} logs nothing: give it a level, INFO or ERROR.`);
}
