import type { DashboardApi } from '@/components/usage/ConsoleDashboard';
import type { Actor } from '@/lib/model/role';
import { control } from '@/lib/runtime/slot';

/** APIs of all kinds with their stages: what the dashboard's filters offer. */
export async function dashboardApis(actor: Actor): Promise<DashboardApi[]> {
  const { restApis, apis } = control();
  const [rest, others] = await Promise.all([restApis.list(actor), apis.list(actor)]);
  const withStages = others.map(async ({ apiId: id, name, protocolType: kind }): Promise<DashboardApi> => {
    const stages = await apis.stages.list(actor, id);
    return { id, name, kind, stageNames: stages.map(({ stageName }) => stageName) };
  });
  return [
    ...rest.map(({ id, name, stageNames }): DashboardApi => ({ id, name, kind: 'REST', stageNames })),
    ...(await Promise.all(withStages)),
  ];
}
