import { firstCallLine } from '@/components/usage/firstCallLine';
import type { BasePathMapping, DomainName } from '@/lib/model/domainName';
import type { Actor } from '@/lib/model/role';
import { control } from '@/lib/runtime/slot';
import { callWithHost, hostOf } from '../_components/callWithHost';

/** A curl line that the mapped stage answers; undefined where it serves no method, or the API has no stage. */
export async function callLine(
  actor: Actor,
  { domainName, gatewayUrl }: DomainName,
  { basePath, restApiId, stage }: BasePathMapping,
  api: { stageNames: string[] } | undefined,
): Promise<string | undefined> {
  const stageName = stage || api?.stageNames[0];
  if (!stageName) return undefined;
  const { body } = await control().restApis.export(actor, {
    restApiId,
    stageName,
    exportType: 'oas30',
    format: 'json',
    extensions: false,
  });
  const parts = [gatewayUrl, basePath, stage === '' ? stageName : ''].filter((part) => part !== '');
  const line = firstCallLine(JSON.parse(body), parts.join('/'), false);
  return line && callWithHost(line, hostOf(domainName));
}
