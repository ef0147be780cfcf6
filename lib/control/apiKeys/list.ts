import { read } from '../operation';
import { readKeys } from './readKeys';

export const listApiKeys = read(
  { name: 'GetApiKeys', permission: 'viewer' },
  ({ db }, filter: { usagePlanId?: string } = {}) => readKeys(db, filter),
);
