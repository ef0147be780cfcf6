import type { ControlContext } from '../ControlContext';
import type { Control } from '../control';
import { compareDeployments } from './compare';
import { createDeployment } from './create';
import { deleteDeployment } from './delete';
import { getDeployment } from './get';
import { listDeployments } from './list';
import { deployedMethods } from './methods';
import { pendingChanges } from './pending';
import { summarizeDeployment } from './summary';
import { updateDeployment } from './update';

export function deploymentsOperations(context: ControlContext): Control['deployments'] {
  return {
    list: listDeployments(context),
    get: getDeployment(context),
    create: createDeployment(context),
    update: updateDeployment(context),
    summary: summarizeDeployment(context),
    methods: deployedMethods(context),
    compare: compareDeployments(context),
    pending: pendingChanges(context),
    delete: deleteDeployment(context),
  };
}
