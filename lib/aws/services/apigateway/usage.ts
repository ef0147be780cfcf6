import { z } from 'zod';
import type { DailyUsage } from '@/lib/model/usage';
import { given } from './given';
import { inputOf } from './inputOf';
import { applyPatch, type PatchTable, readPatch } from './patch';
import { number } from './patchRules';
import { pageOf, positionAfter } from './position';
import type { Runs } from './Runs';

const address = z.object({ usageplanId: z.string(), keyId: z.string() });
const query = z.object({
  usageplanId: z.string(),
  keyId: z.string().optional(),
  startDate: z.string(),
  endDate: z.string(),
});

const table: PatchTable<{ remaining: number | undefined }> = {
  style: 'names path',
  rules: [number('/remaining', 'remaining')],
};

/** `values` on the wire is what the SDKs call `items`. */
export const usage: Runs = {
  GetUsage: async (call) => {
    const { usageplanId, keyId, startDate, endDate } = await inputOf(call, query);
    const { items, isMore } = await call.door.control.usage.daily(call.actor, usageplanId, {
      ...given({ apiKeyId: keyId }),
      startDate,
      endDate,
      ...pageOf(call, z.string()),
    });
    return {
      ...shape(usageplanId, startDate, endDate, items),
      ...positionAfter(items.at(-1)?.apiKeyId, isMore),
    };
  },
  UpdateUsage: async (call) => {
    const { usageplanId, keyId } = await inputOf(call, address);
    const { control, now } = call.door;
    const { remaining } = applyPatch({ remaining: undefined }, await readPatch(call), table);
    const today = new Date(now()).toISOString().slice(0, 10);
    if (remaining === undefined) {
      const range = { startDate: today, endDate: today, apiKeyId: keyId, limit: 1 };
      const { items } = await control.usage.daily(call.actor, usageplanId, range);
      return shape(usageplanId, today, today, items);
    }
    const changed = await control.usage.setRemaining(call.actor, usageplanId, keyId, remaining);
    return shape(usageplanId, today, today, [changed]);
  },
};

function shape(usagePlanId: string, startDate: string, endDate: string, items: DailyUsage[]) {
  const values = Object.fromEntries(items.map(({ apiKeyId, days }) => [apiKeyId, days]));
  return { usagePlanId, startDate, endDate, values };
}
