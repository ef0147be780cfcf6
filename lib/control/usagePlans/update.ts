import { eq } from 'drizzle-orm';
import { usagePlans } from '@/db/schema';
import { type UsagePlanInput, usagePlanInput } from '@/lib/model/usagePlan';
import { write } from '../operation';
import { parse } from '../parse';
import { checkOnePlan, lockMembership } from './membership';
import { putStages } from './putStages';
import { readPlan } from './readPlans';

/** Replaces the plan; its keys stay. */
export const updateUsagePlan = write(
  { name: 'UpdateUsagePlan', permission: 'editor' },
  async (call, usagePlanId: string, input: UsagePlanInput) => {
    const { apiStages, description, throttle, quota, productCode, ...members } = parse(usagePlanInput, input);
    await lockMembership(call.db);
    await readPlan(call.db, usagePlanId);
    // What is left out is cleared: without null the row would keep it.
    const cleared = {
      description: description ?? null,
      throttle: throttle ?? null,
      quota: quota ?? null,
      productCode: productCode ?? null,
    };
    await call.db
      .update(usagePlans)
      .set({ ...members, ...cleared })
      .where(eq(usagePlans.id, usagePlanId));
    await putStages(call, usagePlanId, apiStages);
    await checkOnePlan(call.db, usagePlanId);
    call.audit(usagePlanId, { name: members.name });
    call.publish();
    return readPlan(call.db, usagePlanId);
  },
);
