import { stages } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import { DEFAULT_CACHE_SIZE, type StageInput, stageInput } from '@/lib/model/stage';
import { write } from '../operation';
import { parse } from '../parse';
import { lockRestApi } from '../restApis/lockRestApi';
import { checkReferences } from './checkReferences';
import { toStage } from './findStage';
import { servedDeployments } from './servedDeployments';

export const createStage = write(
  { name: 'CreateStage', permission: 'editor' },
  async (call, restApiId: string, unparsed: StageInput) => {
    const members = parse(stageInput, unparsed);
    await lockRestApi(call, restApiId);
    await checkReferences(call.db, restApiId, members);
    const { variables = {}, methodSettings = {}, cacheClusterEnabled = false } = members;
    const { cacheClusterSize = cacheClusterEnabled ? DEFAULT_CACHE_SIZE : null } = members;
    const filled = { variables, methodSettings, cacheClusterEnabled, cacheClusterSize };
    const [row] = await call.db
      .insert(stages)
      .values({ restApiId, ...members, ...filled, createdDate: call.now, lastUpdatedDate: call.now })
      .onConflictDoNothing()
      .returning();
    if (!row)
      throw new ControlError('ConflictException', 'Stage already exists', [
        { field: 'stageName', message: 'Stage already exists' },
      ]);
    call.audit(restApiId, { stageName: row.stageName, deploymentId: row.deploymentId });
    call.publish({ deploymentIds: servedDeployments(row) });
    return toStage(row, call.ports.config);
  },
);
