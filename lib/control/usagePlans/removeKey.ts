import { and, eq } from 'drizzle-orm';
import { usagePlanKeys } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import { write } from '../operation';
import { readPlan } from './readPlans';

export const removeUsagePlanKey = write(
  { name: 'DeleteUsagePlanKey', permission: 'editor' },
  async (call, usagePlanId: string, apiKeyId: string) => {
    await readPlan(call.db, usagePlanId);
    const left = await call.db
      .delete(usagePlanKeys)
      .where(and(eq(usagePlanKeys.usagePlanId, usagePlanId), eq(usagePlanKeys.apiKeyId, apiKeyId)))
      .returning();
    if (left.length === 0)
      throw new ControlError('NotFoundException', 'Invalid API Key identifier specified');
    call.audit(usagePlanId, { apiKeyId });
    call.publish({ apiKeyIds: [apiKeyId] });
  },
);
