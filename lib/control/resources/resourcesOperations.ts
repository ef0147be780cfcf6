import type { ControlContext } from '../ControlContext';
import type { Control } from '../control';
import { createResource } from './create';
import { deleteResource } from './delete';
import { enableCors } from './enableCors';
import { listResources } from './list';
import { updateResource } from './update';

export function resourcesOperations(context: ControlContext): Control['resources'] {
  return {
    list: listResources(context),
    create: createResource(context),
    update: updateResource(context),
    delete: deleteResource(context),
    enableCors: enableCors(context),
  };
}
