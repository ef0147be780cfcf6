import { stages } from '@/db/schema';
import { refuseMapped } from '../domainNames/refuseMapped';
import { write } from '../operation';
import { lockRestApi } from '../restApis/lockRestApi';
import { dropTags } from '../tags/dropTags';
import { emptyCache } from './emptyCache';
import { findStage, stageAt } from './findStage';

/** Its deployment stays; usage plans and portal products lose the stage. */
export const deleteStage = write(
  { name: 'DeleteStage', permission: 'editor' },
  async (call, restApiId: string, stageName: string) => {
    await lockRestApi(call, restApiId);
    const { cacheClusterEnabled } = await findStage(call.db, restApiId, stageName);
    await refuseMapped(call, restApiId, stageName);
    await dropTags(call, `/restapis/${restApiId}/stages/${stageName}`);
    await call.db.delete(stages).where(stageAt(restApiId, stageName));
    call.audit(restApiId, { stageName });
    call.publish();
    // A stage of the same name that is made later begins with nothing.
    if (cacheClusterEnabled) emptyCache(call, restApiId, stageName);
  },
);
