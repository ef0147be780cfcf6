import { read } from '../operation';
import { readPlans } from './readPlans';

export const listUsagePlans = read({ name: 'GetUsagePlans', permission: 'viewer' }, ({ db }) =>
  readPlans(db),
);
