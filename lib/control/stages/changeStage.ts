import { stages } from '@/db/schema';
import { DEFAULT_CACHE_SIZE } from '@/lib/model/stage';
import type { WriteCall } from '../ControlContext';
import { emptyCache } from './emptyCache';
import { type StageRow, stageAt } from './findStage';
import { servedDeployments } from './servedDeployments';

type Members = Partial<Omit<StageRow, 'restApiId' | 'stageName' | 'createdDate'>>;

/** Writes the members and publishes; what they name has been checked. */
export async function changeStage(call: WriteCall, before: StageRow, members: Members): Promise<StageRow> {
  const { restApiId, stageName } = before;
  const enabled = members.cacheClusterEnabled ?? before.cacheClusterEnabled;
  const size = members.cacheClusterSize ?? before.cacheClusterSize ?? (enabled ? DEFAULT_CACHE_SIZE : null);
  const [row = before] = await call.db
    .update(stages)
    .set({ ...members, cacheClusterSize: size, lastUpdatedDate: call.now })
    .where(stageAt(restApiId, stageName))
    .returning();
  const known = servedDeployments(before);
  call.publish({ deploymentIds: servedDeployments(row).filter((id) => !known.includes(id)) });
  if (losesCache(before, row)) emptyCache(call, restApiId, stageName);
  return row;
}

/** A cache of another size is another cache, as on AWS: what the old one held is gone. */
function losesCache(before: StageRow, after: StageRow): boolean {
  if (!before.cacheClusterEnabled) return false;
  return !after.cacheClusterEnabled || after.cacheClusterSize !== before.cacheClusterSize;
}
