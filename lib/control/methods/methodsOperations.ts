import type { ControlContext } from '../ControlContext';
import type { Control } from '../control';
import { deleteMethod } from './delete';
import { deleteIntegration } from './deleteIntegration';
import { getMethod } from './get';
import { putMethod } from './put';
import { putIntegration } from './putIntegration';
import { putIntegrationResponses } from './putIntegrationResponses';
import { putMethodResponses } from './putMethodResponses';
import { testInvoke } from './testInvoke';

export function methodsOperations(context: ControlContext): Control['methods'] {
  return {
    get: getMethod(context),
    put: putMethod(context),
    delete: deleteMethod(context),
    putIntegration: putIntegration(context),
    deleteIntegration: deleteIntegration(context),
    putIntegrationResponses: putIntegrationResponses(context),
    putMethodResponses: putMethodResponses(context),
    testInvoke: testInvoke(context),
  };
}
