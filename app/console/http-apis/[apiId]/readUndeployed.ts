import type { Change } from '@/lib/model/deployment';
import type { Actor } from '@/lib/model/role';
import type { Stage } from '@/lib/model/v2/stage';
import { control } from '@/lib/runtime/slot';
import { differences, readOpenApi } from './openApiDifferences';

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
  const waiting = stages.filter(({ autoDeploy }) => !autoDeploy);
  if (waiting.length === 0) return [];
  const text = async (stageName?: string) => {
    const input = { outputType: 'JSON' as const, includeExtensions: true };
    const { body } = await control().apis.export(actor, apiId, { ...input, ...(stageName && { stageName }) });
    return readOpenApi(body);
  };
  const now = await text();
  return Promise.all(
    waiting.map(async ({ stageName, deploymentId }) => ({
      stageName,
      changes: deploymentId === undefined ? null : differences(await text(stageName), now),
    })),
  );
}
