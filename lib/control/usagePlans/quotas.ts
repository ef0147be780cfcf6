import { read } from '../operation';
import { readQuotas } from '../usage/readQuotas';
import { readPlan } from './readPlans';

/** What the plan's keys have used of its quota in the current period; empty for a plan without a quota. */
export const usagePlanQuotas = read(
  { name: 'GetUsage', permission: 'viewer' },
  async ({ db, now }, usagePlanId: string) => {
    await readPlan(db, usagePlanId);
    return readQuotas(db, now, { usagePlanId });
  },
);
