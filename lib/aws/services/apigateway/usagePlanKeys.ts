import { z } from 'zod';
import { isControlError } from '@/lib/model/ControlError';
import type { UsagePlanKey } from '@/lib/model/usagePlan';
import { AwsError } from '../../AwsError';
import { given } from './given';
import { inputOf } from './inputOf';
import { pageOf, positionAfter } from './position';
import type { Runs } from './Runs';

const inPlan = z.object({ usageplanId: z.string() });
const address = inPlan.extend({ keyId: z.string() });
const members = address.extend({ keyType: z.string() });
const filter = inPlan.extend({ name: z.string().optional() });
const after = z.object({ id: z.string(), createdDate: z.int() });

export const usagePlanKeys: Runs = {
  CreateUsagePlanKey: async (call) => {
    const { usageplanId: plan, keyId, keyType } = await inputOf(call, members);
    if (keyType !== 'API_KEY')
      throw new AwsError('BadRequestException', 'Invalid key type specified: it must be API_KEY');
    return call.door.control.together(async ({ usagePlans }) => {
      await usagePlans.addKey(call.actor, plan, keyId);
      return shape(await usagePlans.key(call.actor, plan, keyId));
    });
  },
  GetUsagePlanKeys: async (call) => {
    const { usageplanId: plan, name: nameQuery } = await inputOf(call, filter);
    const page = { ...pageOf(call, after), ...given({ nameQuery }) };
    // As recorded: a plan that is not there has no keys.
    const { items, isMore } = await call.door.control.usagePlans
      .keys(call.actor, plan, page)
      .catch((error: unknown) =>
        isControlError(error) && error.code === 'NotFoundException'
          ? { items: [], isMore: false }
          : Promise.reject(error),
      );
    const last = items.at(-1);
    const position = positionAfter({ id: last?.id, createdDate: last?.createdDate }, isMore);
    return { item: items.map(shape), ...position };
  },
  GetUsagePlanKey: async (call) => {
    const { usageplanId: plan, keyId } = await inputOf(call, address);
    return shape(await call.door.control.usagePlans.key(call.actor, plan, keyId));
  },
  DeleteUsagePlanKey: async (call) => {
    const { usageplanId: plan, keyId } = await inputOf(call, address);
    await call.door.control.usagePlans.removeKey(call.actor, plan, keyId);
  },
};

const shape = ({ id, name, value }: UsagePlanKey) => ({ id, type: 'API_KEY', name, value });
