import { readKey } from '../apiKeys/readKeys';
import { write } from '../operation';
import { joinPlan } from './joinPlan';
import { readPlan } from './readPlans';

export const addUsagePlanKey = write(
  { name: 'CreateUsagePlanKey', permission: 'editor' },
  async (call, usagePlanId: string, apiKeyId: string) => {
    await readPlan(call.db, usagePlanId);
    await readKey(call.db, apiKeyId);
    await joinPlan(call, usagePlanId, apiKeyId);
    call.audit(usagePlanId, { apiKeyId });
    call.publish({ apiKeyIds: [apiKeyId] });
  },
);
