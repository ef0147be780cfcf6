import type { ControlContext } from '../ControlContext';
import type { Control } from '../control';
import { addUsagePlanKey } from './addKey';
import { createUsagePlan } from './create';
import { deleteUsagePlan } from './delete';
import { getUsagePlan } from './get';
import { getUsagePlanKey, pageUsagePlanKeys } from './keys';
import { listUsagePlans } from './list';
import { usagePlanQuotas } from './quotas';
import { removeUsagePlanKey } from './removeKey';
import { updateUsagePlan } from './update';

export function usagePlansOperations(context: ControlContext): Control['usagePlans'] {
  return {
    list: listUsagePlans(context),
    get: getUsagePlan(context),
    create: createUsagePlan(context),
    update: updateUsagePlan(context),
    delete: deleteUsagePlan(context),
    addKey: addUsagePlanKey(context),
    removeKey: removeUsagePlanKey(context),
    keys: pageUsagePlanKeys(context),
    key: getUsagePlanKey(context),
    quotas: usagePlanQuotas(context),
  };
}
