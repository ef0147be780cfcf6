import { and, eq } from 'drizzle-orm';
import { portalProducts, stages } from '@/db/schema';
import { refuseMapped } from '../domainNames/refuseMapped';
import { write } from '../operation';
import { lockRestApi } from '../restApis/lockRestApi';
import { dropProducts, dropTags } from '../tags/dropTags';
import { emptyCache } from './emptyCache';
import { findStage, stageAt } from './findStage';

/** Its deployment stays; usage plans lose the stage, and the portal products that show it go with it. */
export const deleteStage = write(
  { name: 'DeleteStage', permission: 'editor' },
  async (call, restApiId: string, stageName: string) => {
    await lockRestApi(call, restApiId);
    const { cacheClusterEnabled } = await findStage(call.db, restApiId, stageName);
    await refuseMapped(call, restApiId, stageName);
    const ofStage = and(eq(portalProducts.restApiId, restApiId), eq(portalProducts.stageName, stageName));
    await dropProducts(call, ofStage);
    await call.db.delete(stages).where(stageAt(restApiId, stageName));
    await dropTags(call, `/restapis/${restApiId}/stages/${stageName}`);
    call.audit(restApiId, { stageName });
    call.publish();
    // A stage of the same name that is made later begins with nothing.
    if (cacheClusterEnabled) emptyCache(call, restApiId, stageName);
  },
);
