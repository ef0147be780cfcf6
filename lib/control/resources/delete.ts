import { eq } from 'drizzle-orm';
import { resources } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import { write } from '../operation';
import { lockRestApi } from '../restApis/lockRestApi';
import { findResource } from './checkPlace';

/** Deletes a resource with everything below it. */
export const deleteResource = write(
  { name: 'DeleteResource', permission: 'editor' },
  async (call, restApiId: string, resourceId: string) => {
    await lockRestApi(call, restApiId);
    const row = await findResource(call.db, restApiId, resourceId);
    if (row.parentId === null)
      throw new ControlError('BadRequestException', 'Root resource cannot be deleted.');
    await call.db.delete(resources).where(eq(resources.id, resourceId));
    call.audit(restApiId, { resourceId, path: row.path });
  },
);
