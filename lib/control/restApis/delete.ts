import { eq } from 'drizzle-orm';
import { restApis, stages } from '@/db/schema';
import { refuseMapped } from '../domainNames/refuseMapped';
import { write } from '../operation';
import { dropTags } from '../tags/dropTags';
import { lockRestApi } from './lockRestApi';

/** Deletes the API with its resources, deployments and stages; plans and portal products lose its stages. */
export const deleteRestApi = write(
  { name: 'DeleteRestApi', permission: 'editor' },
  async (call, restApiId: string) => {
    const { name } = await lockRestApi(call, restApiId);
    await refuseMapped(call, restApiId);
    const served = await call.db.delete(stages).where(eq(stages.restApiId, restApiId)).returning();
    await dropTags(call, `/restapis/${restApiId}`);
    await call.db.delete(restApis).where(eq(restApis.id, restApiId));
    call.audit(restApiId, { name, stageNames: served.map((stage) => stage.stageName) });
    if (served.length > 0) call.publish();
  },
);
