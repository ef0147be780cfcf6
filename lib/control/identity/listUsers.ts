import { read } from '../operation';
import { readUsers } from './readUsers';

export const listUsers = read({ name: 'iam:ListUsers', permission: 'administrator' }, ({ db, ports }) =>
  readUsers(db, ports.config.accountId),
);
