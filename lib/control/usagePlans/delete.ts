import { eq } from 'drizzle-orm';
import { usagePlans } from '@/db/schema';
import { write } from '../operation';
import { dropTags } from '../tags/dropTags';
import { readPlan } from './readPlans';

/** Its keys stay. They are not published anew: a plan id that the engine does not know grants nothing. */
export const deleteUsagePlan = write(
  { name: 'DeleteUsagePlan', permission: 'editor' },
  async (call, usagePlanId: string) => {
    const { name } = await readPlan(call.db, usagePlanId);
    await call.db.delete(usagePlans).where(eq(usagePlans.id, usagePlanId));
    await dropTags(call, `/usageplans/${usagePlanId}`);
    call.audit(usagePlanId, { name });
    call.publish();
  },
);
