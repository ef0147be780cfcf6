import type { ApiPlace } from '@/components/console/places';
import { firstCallLine } from '@/components/usage/firstCallLine';
import type { Actor } from '@/lib/model/role';
import { control } from '@/lib/runtime/slot';

/** A curl line that the API's first stage answers; undefined when nothing is deployed, and of a WebSocket API. */
export async function deployedCallLine(
  actor: Actor,
  { id, kind }: Pick<ApiPlace, 'id' | 'kind'>,
): Promise<string | undefined> {
  if (kind === 'WEBSOCKET') return undefined;
  return kind === 'REST' ? restCallLine(actor, id) : httpCallLine(actor, id);
}

async function restCallLine(actor: Actor, restApiId: string): Promise<string | undefined> {
  const [stage] = await control().stages.list(actor, restApiId);
  if (!stage) return undefined;
  const { body } = await control().restApis.export(actor, {
    restApiId,
    stageName: stage.stageName,
    exportType: 'oas30',
    format: 'json',
    extensions: false,
  });
  return firstCallLine(JSON.parse(body), stage.invokeUrl, false);
}

async function httpCallLine(actor: Actor, apiId: string): Promise<string | undefined> {
  const { apis } = control();
  const [api, stages] = await Promise.all([apis.get(actor, apiId), apis.stages.list(actor, apiId)]);
  const stage = stages.find(({ deploymentId }) => deploymentId !== undefined);
  if (!stage) return undefined;
  const { stageName } = stage;
  const { body } = await apis.export(actor, apiId, {
    outputType: 'JSON',
    stageName,
    includeExtensions: false,
  });
  const part = stageName === '$default' ? '' : `/${stageName}`;
  return firstCallLine(JSON.parse(body), api.apiEndpoint + part, false);
}
