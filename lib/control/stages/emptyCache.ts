import { ControlError } from '@/lib/model/ControlError';
import type { WriteCall } from '../ControlContext';

/** Once the change is committed and served: else a worker could fill the cache again from what was before. */
export function emptyCache({ afterwards, ports }: WriteCall, restApiId: string, stageName: string): void {
  afterwards(async () => {
    await ports.flushCache(restApiId, stageName).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      throw new ControlError(
        'ServiceUnavailableException',
        `What was cached of ${stageName} may still be answered; flush its cache again. ${reason}`,
      );
    });
  });
}
