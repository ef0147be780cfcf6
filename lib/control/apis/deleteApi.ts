import { eq } from 'drizzle-orm';
import { apiStages, apis, portalProducts } from '@/db/schema';
import { refuseMapped } from '../domainNames/refuseMapped';
import { write } from '../operation';
import { dropProducts, dropTags } from '../tags/dropTags';
import { lockApi } from './findApi';

/** With all that it holds. */
export const deleteApi = write({ name: 'DeleteApi', permission: 'editor' }, async (call, apiId: string) => {
  const { settings } = await lockApi(call, apiId);
  await refuseMapped(call, apiId);
  await dropProducts(call, eq(portalProducts.apiId, apiId));
  // Stages hold their deployments.
  await call.db.delete(apiStages).where(eq(apiStages.apiId, apiId));
  await call.db.delete(apis).where(eq(apis.apiId, apiId));
  await dropTags(call, `/apis/${apiId}`);
  call.audit(apiId, { name: settings.name });
  call.publish();
});
