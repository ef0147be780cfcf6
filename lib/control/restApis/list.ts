import { read } from '../operation';
import { summarize } from './summarize';

export const listRestApis = read({ name: 'GetRestApis', permission: 'viewer' }, ({ db }) =>
  summarize(db, null),
);
