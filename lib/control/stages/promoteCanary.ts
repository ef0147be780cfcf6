import { stageVariables } from '@/lib/model/stage';
import { write } from '../operation';
import { badRequest, parse } from '../parse';
import { lockRestApi } from '../restApis/lockRestApi';
import { changeStage } from './changeStage';
import { findStage, toStage } from './findStage';

/**
 * AWS's three patches in one: the canary's deployment becomes the stage's, its overrides are merged into the stage's
 * variables, and the canary stays as it is, with 0 % of the traffic.
 */
export const promoteCanary = write(
  { name: 'UpdateStage', permission: 'editor' },
  async (call, restApiId: string, stageName: string) => {
    await lockRestApi(call, restApiId);
    const before = await findStage(call.db, restApiId, stageName);
    const canary = before.canarySettings;
    if (!canary) throw badRequest({ field: '', message: 'Promotion not available. Canary does not exist.' });
    const { deploymentId, stageVariableOverrides } = canary;
    const variables = parse(stageVariables, { ...before.variables, ...stageVariableOverrides });
    const canarySettings = { ...canary, percentTraffic: 0 };
    const row = await changeStage(call, before, { deploymentId, variables, canarySettings });
    call.audit(restApiId, { stageName, promoted: deploymentId, variables });
    return toStage(row, call.ports.config);
  },
);
