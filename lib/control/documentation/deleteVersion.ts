import { documentationVersions } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import { write } from '../operation';
import { lockRestApi } from '../restApis/lockRestApi';
import { findVersion, versionAt } from './versionRow';

/** Refused while a stage shows it, as a deployment that is served. */
export const deleteVersion = write(
  { name: 'DeleteDocumentationVersion', permission: 'editor' },
  async (call, restApiId: string, version: string) => {
    await lockRestApi(call, restApiId);
    const { stageNames } = await findVersion(call.db, restApiId, version);
    if (stageNames.length > 0)
      throw new ControlError(
        'BadRequestException',
        `Active stages pointing to this documentation version must be moved or deleted: ${stageNames.join(', ')}`,
      );
    await call.db.delete(documentationVersions).where(versionAt(restApiId, version));
    call.audit(restApiId, { documentationVersion: version });
  },
);
