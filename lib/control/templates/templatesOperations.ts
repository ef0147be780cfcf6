import type { ControlContext } from '../ControlContext';
import type { Control } from '../control';
import { renderTrial } from './render';

export function templatesOperations(context: ControlContext): Control['templates'] {
  return { render: renderTrial(context) };
}
