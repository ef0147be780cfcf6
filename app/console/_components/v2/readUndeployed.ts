import type { Change } from '@/lib/model/deployment';
import type { Actor } from '@/lib/model/role';
import type { Stage } from '@/lib/model/v2/stage';
import { control } from '@/lib/runtime/slot';

export interface UndeployedStage {
  stageName: string;
  /** null: nothing is deployed to it */
  changes: Change[] | null;
}

/** Of the stages that wait for a deployment: what the API is now beside what they serve. */
export async function readUndeployed(
  actor: Actor,
  apiId: string,
  stages: readonly Stage[],
): Promise<UndeployedStage[]> {
  const { deployments } = control().apis;
  const waiting = stages.filter(({ autoDeploy }) => !autoDeploy);
  // Stages often serve the same deployment: each is compared once.
  const ids = [...new Set(waiting.flatMap(({ deploymentId }) => deploymentId ?? []))];
  const compared = await Promise.all(
    ids.map(
      async (id): Promise<[string, Change[]]> => [id, await deployments.compare(actor, apiId, id, 'current')],
    ),
  );
  const changes = new Map(compared);
  return waiting.map(({ stageName, deploymentId = '' }) => ({
    stageName,
    changes: changes.get(deploymentId) ?? null,
  }));
}
