import type { ControlContext } from '../ControlContext';
import type { Control } from '../control';
import { createModel } from './create';
import { deleteModel } from './delete';
import { generateFromModel } from './generate';
import { listModels } from './list';
import { updateModel } from './update';

export function modelsOperations(context: ControlContext): Control['models'] {
  return {
    list: listModels(context),
    create: createModel(context),
    update: updateModel(context),
    delete: deleteModel(context),
    generate: generateFromModel(context),
  };
}
