import { ControlError } from '@/lib/model/ControlError';
import { write } from '../operation';
import { findRestApi } from '../restApis/lockRestApi';
import { findStage } from './findStage';

/** Forgets what the stage's authorizers said: who calls next is asked about anew. */
export const flushStageAuthorizersCache = write(
  { name: 'FlushStageAuthorizersCache', permission: 'editor' },
  async (call, restApiId: string, stageName: string) => {
    await findRestApi(call, restApiId);
    await findStage(call.db, restApiId, stageName);
    call.audit(restApiId, { stageName });
    call.afterwards(() =>
      call.ports.flushAuthorizersCache(restApiId, stageName).catch((error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error);
        throw new ControlError(
          'ServiceUnavailableException',
          `What the authorizers of ${stageName} said may still count; flush their cache again. ${reason}`,
        );
      }),
    );
  },
);
