import { documentationParts } from '@/db/schema';
import { write } from '../operation';
import { lockRestApi } from '../restApis/lockRestApi';
import { findPart, partAt } from './partRow';

/** Versions that have it keep it. */
export const deletePart = write(
  { name: 'DeleteDocumentationPart', permission: 'editor' },
  async (call, restApiId: string, partId: string) => {
    await lockRestApi(call, restApiId);
    const { location } = await findPart(call.db, restApiId, partId);
    await call.db.delete(documentationParts).where(partAt(restApiId, partId));
    call.audit(restApiId, { documentationPartId: partId, location });
  },
);
