import type { ControlContext } from '../ControlContext';
import type { Control } from '../control';
import { createVpcLink } from './create';
import { deleteVpcLink } from './delete';
import { getVpcLink } from './get';
import { vpcLinkHealth } from './health';
import { listVpcLinks } from './list';
import { updateVpcLink } from './update';

export function vpcLinksOperations(context: ControlContext): Control['vpcLinks'] {
  return {
    list: listVpcLinks(context),
    get: getVpcLink(context),
    create: createVpcLink(context),
    update: updateVpcLink(context),
    delete: deleteVpcLink(context),
    health: vpcLinkHealth(context),
  };
}
