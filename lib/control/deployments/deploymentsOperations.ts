import type { ControlContext } from '../ControlContext';
import type { Control } from '../control';
import { compareDeployments } from './compare';
import { createDeployment } from './create';
import { deleteDeployment } from './delete';
import { listDeployments } from './list';
import { deployedMethods } from './methods';
import { pendingChanges } from './pending';

export function deploymentsOperations(context: ControlContext): Control['deployments'] {
  return {
    list: listDeployments(context),
    create: createDeployment(context),
    methods: deployedMethods(context),
    compare: compareDeployments(context),
    pending: pendingChanges(context),
    delete: deleteDeployment(context),
  };
}
