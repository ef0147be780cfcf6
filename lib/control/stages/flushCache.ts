import { write } from '../operation';
import { findRestApi } from '../restApis/lockRestApi';
import { emptyCache } from './emptyCache';
import { findStage } from './findStage';

/** Empties the stage's cache. One that has none is emptied too: it is done, as on AWS. */
export const flushStageCache = write(
  { name: 'FlushStageCache', permission: 'editor' },
  async (call, restApiId: string, stageName: string) => {
    await findRestApi(call, restApiId);
    await findStage(call.db, restApiId, stageName);
    call.audit(restApiId, { stageName });
    emptyCache(call, restApiId, stageName);
  },
);
