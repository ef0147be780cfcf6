import { GatewayError } from '../GatewayError';
import { firstPart } from '../steps/callAddress';
import type { HttpCall } from './HttpCall';
import type { HttpTarget } from './HttpExchange';

/**
 * Finds the stage: the one that a custom domain name's mapping names; else the one that the path's first part names,
 * which then is no part of the path that routes see; else `$default`.
 * @throws GatewayError RESOURCE_NOT_FOUND, FORBIDDEN for an API whose own address is turned off
 */
export function selectStage(call: HttpCall): HttpTarget {
  const { address, api, report } = call;
  if (api.document.disableExecuteApiEndpoint && !address.isCustomDomain)
    throw new GatewayError('FORBIDDEN', 'The default endpoint of this API is disabled');
  // A run of slashes is one to many servers; so it is one for routes, authorizers and backends alike (B5).
  const rest = oneSlashEach(address.rest);
  const fullPath = oneSlashEach(address.fullPath);
  const [first, below] = address.stageName === undefined ? firstPart(rest) : [address.stageName, rest];
  const named = first === '$default' && address.stageName === undefined ? undefined : api.stages.get(first);
  const stage = named ?? (address.stageName === undefined ? api.stages.get('$default') : undefined);
  if (!stage) throw new GatewayError('RESOURCE_NOT_FOUND', 'The call names no stage');
  report.stageName = stage.document.stageName;
  return { stage, path: (named ? below : rest) || '/', fullPath: fullPath || '/' };
}

function oneSlashEach(path: string): string {
  return path.includes('//') ? path.replace(/\/{2,}/g, '/') : path;
}
