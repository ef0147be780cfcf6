import { eq } from 'drizzle-orm';
import { portalProducts, restApis, stages } from '@/db/schema';
import { refuseMapped } from '../domainNames/refuseMapped';
import { write } from '../operation';
import { dropProducts, dropTags } from '../tags/dropTags';
import { lockRestApi } from './lockRestApi';

/**
 * Deletes the API with its resources, deployments and stages; plans lose its stages, and
 * the portal products that show one go with it.
 */
export const deleteRestApi = write(
  { name: 'DeleteRestApi', permission: 'editor' },
  async (call, restApiId: string) => {
    const { name } = await lockRestApi(call, restApiId);
    await refuseMapped(call, restApiId);
    await dropProducts(call, eq(portalProducts.restApiId, restApiId));
    const served = await call.db.delete(stages).where(eq(stages.restApiId, restApiId)).returning();
    await call.db.delete(restApis).where(eq(restApis.id, restApiId));
    await dropTags(call, `/restapis/${restApiId}`);
    call.audit(restApiId, { name, stageNames: served.map((stage) => stage.stageName) });
    if (served.length > 0) call.publish();
  },
);
