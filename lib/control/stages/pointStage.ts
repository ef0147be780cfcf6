import { stages } from '@/db/schema';
import type { WriteCall } from '../ControlContext';

/** Makes the stage or moves it to the deployment; variables and settings of a stage that is there stay. */
export async function pointStage(
  { db, now }: WriteCall,
  restApiId: string,
  stageName: string,
  deploymentId: string,
): Promise<void> {
  await db
    .insert(stages)
    .values({
      restApiId,
      stageName,
      deploymentId,
      variables: {},
      methodSettings: {},
      createdDate: now,
      lastUpdatedDate: now,
    })
    .onConflictDoUpdate({
      target: [stages.restApiId, stages.stageName],
      set: { deploymentId, lastUpdatedDate: now },
    });
}
