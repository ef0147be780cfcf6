import { usagePlans } from '@/db/schema';
import { type UsagePlanInput, usagePlanInput } from '@/lib/model/usagePlan';
import { freshId } from '../freshIds';
import { write } from '../operation';
import { parse } from '../parse';
import { putStages } from './putStages';
import { readPlan } from './readPlans';

export const createUsagePlan = write(
  { name: 'CreateUsagePlan', permission: 'editor' },
  async (call, input: UsagePlanInput) => {
    const { apiStages, ...members } = parse(usagePlanInput, input);
    const id = await freshId(call.db, usagePlans, usagePlans.id, 6);
    await call.db.insert(usagePlans).values({ ...members, id, createdDate: call.now });
    await putStages(call, id, apiStages);
    call.audit(id, { name: members.name });
    call.publish();
    return readPlan(call.db, id);
  },
);
