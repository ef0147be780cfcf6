import type { ControlContext } from '../ControlContext';
import type { Control } from '../control';
import { createStage } from './create';
import { deleteStage } from './delete';
import { getStage } from './get';
import { listStages } from './list';
import { updateStage } from './update';

export function stagesOperations(context: ControlContext): Control['stages'] {
  return {
    list: listStages(context),
    get: getStage(context),
    create: createStage(context),
    update: updateStage(context),
    delete: deleteStage(context),
  };
}
