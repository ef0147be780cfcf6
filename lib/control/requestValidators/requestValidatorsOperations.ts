import type { ControlContext } from '../ControlContext';
import type { Control } from '../control';
import { createRequestValidator } from './create';
import { deleteRequestValidator } from './delete';
import { listRequestValidators } from './list';
import { updateRequestValidator } from './update';

export function requestValidatorsOperations(context: ControlContext): Control['requestValidators'] {
  return {
    list: listRequestValidators(context),
    create: createRequestValidator(context),
    update: updateRequestValidator(context),
    delete: deleteRequestValidator(context),
  };
}
