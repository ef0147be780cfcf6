import type { ControlContext } from '../ControlContext';
import type { Control } from '../control';
import { createStage } from './create';
import { deleteStage } from './delete';
import { flushStageAuthorizersCache } from './flushAuthorizersCache';
import { flushStageCache } from './flushCache';
import { getStage } from './get';
import { listStages } from './list';
import { promoteCanary } from './promoteCanary';
import { updateStage } from './update';

export function stagesOperations(context: ControlContext): Control['stages'] {
  return {
    list: listStages(context),
    get: getStage(context),
    create: createStage(context),
    update: updateStage(context),
    delete: deleteStage(context),
    promoteCanary: promoteCanary(context),
    flushCache: flushStageCache(context),
    flushAuthorizersCache: flushStageAuthorizersCache(context),
  };
}
