import type { Api } from '@/lib/model/v2/api';
import type { ReadCall } from '../ControlContext';
import type { ControlConfig } from '../ports';
import { readTags } from '../tags/readTags';
import type { ApiRow } from './findApi';

/** A row as it is answered, with its tags. */
export async function toApi(call: ReadCall, row: ApiRow): Promise<Api> {
  const { config } = call.ports;
  return withTags(row, config, await readTags(call, apiArn(config, row.apiId)));
}

export function withTags(row: ApiRow, config: ControlConfig, tags: Record<string, string>): Api {
  const { settings, protocolType, apiId } = row;
  return {
    ...settings,
    apiId,
    protocolType,
    apiEndpoint: apiEndpoint(config, row),
    routeSelectionExpression: settings.routeSelectionExpression ?? '',
    disableExecuteApiEndpoint: settings.disableExecuteApiEndpoint ?? false,
    ipAddressType: settings.ipAddressType ?? 'ipv4',
    createdDate: row.createdDate.getTime(),
    tags,
    ...(row.importInfo && { importInfo: row.importInfo }),
    ...(row.warnings && { warnings: row.warnings }),
  };
}

/** Without a region: tags are kept under the ARN of this installation's own. */
export const apiArn = ({ region }: ControlConfig, apiId: string): string =>
  `arn:aws:apigateway:${region}::/apis/${apiId}`;

/** Where a stage is called: without a `/` at the end; `$default` has no part of its own. */
export const apiStageUrl = (config: ControlConfig, api: ApiRow, stageName: string): string =>
  stageName === '$default' ? apiEndpoint(config, api) : `${apiEndpoint(config, api)}/${stageName}`;

/** Host style on localhost, path style elsewhere (design.md 2). */
export function apiEndpoint({ gatewayUrl }: ControlConfig, { apiId, protocolType }: ApiRow): string {
  const url = new URL(gatewayUrl);
  const scheme = protocolType === 'HTTP' ? url.protocol : url.protocol.replace('http', 'ws');
  if (url.hostname !== 'localhost') return `${scheme}//${url.host}/_aws/execute-api/${apiId}`;
  return `${scheme}//${apiId}.execute-api.${url.host}`;
}
