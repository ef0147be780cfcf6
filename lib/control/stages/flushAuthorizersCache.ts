import { ControlError } from '@/lib/model/ControlError';
import type { WriteCall } from '../ControlContext';
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
    flushAuthorizers(call, restApiId, stageName);
  },
);

/** After the commit; of a stage of any kind of API. */
export function flushAuthorizers(call: WriteCall, apiId: string, stageName: string): void {
  call.afterwards(() =>
    call.ports.flushAuthorizersCache(apiId, stageName).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      throw new ControlError(
        'ServiceUnavailableException',
        `What the authorizers of ${stageName} said may still count; flush their cache again. ${reason}`,
      );
    }),
  );
}
