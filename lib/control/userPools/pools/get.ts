import { read } from '../../operation';
import { readUserPool } from '../findUserPool';

export const getUserPool = read(
  { name: 'DescribeUserPool', permission: 'viewer' },
  ({ db, ports }, userPoolId: string) => readUserPool(db, ports.config, userPoolId),
);
