import type { ControlContext } from '../ControlContext';
import type { Control } from '../control';
import { createRequestValidator } from './create';
import { listRequestValidators } from './list';

export function requestValidatorsOperations(context: ControlContext): Control['requestValidators'] {
  return { list: listRequestValidators(context), create: createRequestValidator(context) };
}
