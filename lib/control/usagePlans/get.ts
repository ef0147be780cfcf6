import { read } from '../operation';
import { readPlan } from './readPlans';

export const getUsagePlan = read(
  { name: 'GetUsagePlan', permission: 'viewer' },
  ({ db }, usagePlanId: string) => readPlan(db, usagePlanId),
);
