import { asc } from 'drizzle-orm';
import { users } from '@/db/schema';
import { read } from '../operation';
import { selectUsers, toUser } from './readUser';

export const listUsers = read({ name: 'GetUsers', permission: 'administrator' }, async ({ db }) =>
  (await selectUsers(db).orderBy(asc(users.email))).map(toUser),
);
