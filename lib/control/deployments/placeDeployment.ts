import type { CanarySettings } from '@/lib/model/stage';
import type { WriteCall } from '../ControlContext';
import { badRequest } from '../parse';
import { changeStage } from '../stages/changeStage';
import { findStageOrNull } from '../stages/findStage';
import { pointStage } from '../stages/pointStage';

/** What may be said of the canary when it is deployed; absent: as it is, or AWS's defaults for a new one. */
export type CanaryWish = {
  [Member in Exclude<keyof CanarySettings, 'deploymentId'>]?: CanarySettings[Member] | undefined;
};

/** What AWS creates a canary with (reference/control-plane.md section 5). */
const newCanary = { percentTraffic: 0, stageVariableOverrides: {}, useStageCache: false };

/**
 * Puts a new deployment on the stage, or on its canary when one is wished for or there. The guide says that a stage
 * with a canary takes no other deployment until the canary is removed, and that a redeployment from the console lands
 * in the canary; so does every deployment here, and none reaches all of the traffic past a canary by accident.
 * @returns whether the canary has it
 * @throws ControlError BadRequestException for a canary of a stage that does not exist
 */
export async function placeDeployment(
  call: WriteCall,
  restApiId: string,
  stageName: string,
  deploymentId: string,
  wish: CanaryWish | undefined,
): Promise<boolean> {
  const stage = await findStageOrNull(call.db, restApiId, stageName);
  if (!wish && !stage?.canarySettings) {
    await pointStage(call, restApiId, stageName, deploymentId);
    call.publish({ deploymentIds: [deploymentId] });
    return false;
  }
  if (!stage) throw missingStage(stageName);
  const old = stage.canarySettings ?? newCanary;
  const canarySettings = {
    deploymentId,
    percentTraffic: wish?.percentTraffic ?? old.percentTraffic,
    stageVariableOverrides: wish?.stageVariableOverrides ?? old.stageVariableOverrides,
    useStageCache: wish?.useStageCache ?? old.useStageCache,
  };
  await changeStage(call, stage, { canarySettings });
  return true;
}

const refused = 'Invalid deployment content specified.';

function missingStage(stageName: string) {
  const message = `${refused}Stage ${stageName} must already be created before making a canary release deployment`;
  return badRequest({ field: 'stageName', message });
}

/** A canary without a name for its stage. */
export function namelessCanary(given: unknown) {
  const message = `${refused}Non null and non empty stageName must be provided for canary deployment. Provided value is ${given ?? null}`;
  return badRequest({ field: 'stageName', message });
}
