import type { Actor } from '@/lib/model/role';
import { control } from '@/lib/runtime/slot';
import type { MappableApi } from '../_components/mappingRows';

/** APIs of every kind with their stages: what a custom domain name may lead to. */
export async function readMappableApis(actor: Actor): Promise<MappableApi[]> {
  const { restApis, apis } = control();
  const [rest, others] = await Promise.all([restApis.list(actor), apis.list(actor)]);
  const withStages = others.map(async ({ apiId, name, protocolType }) => {
    const stages = await apis.stages.list(actor, apiId);
    return { id: apiId, name, kind: protocolType, stageNames: stages.map(({ stageName }) => stageName) };
  });
  return [
    ...rest.map(({ id, name, stageNames }) => ({ id, name, kind: 'REST' as const, stageNames })),
    ...(await Promise.all(withStages)),
  ];
}
