import { eq, sql } from 'drizzle-orm';
import { iamUsers } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import { iamName } from '@/lib/model/identity';
import { write } from '../operation';
import { badRequest } from '../parse';
import { newUserId } from './newIds';
import { readUser } from './readUsers';

/** The engine learns of a user with the first key: until then nobody can sign as it. */
export const createUser = write(
  { name: 'iam:CreateUser', permission: 'administrator' },
  async ({ db, now, ports, audit }, userName: string) => {
    const parsed = iamName.safeParse(userName);
    if (!parsed.success)
      throw badRequest(...parsed.error.issues.map(({ message }) => ({ field: 'userName', message })));
    // Names are not told apart by case (https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateUser.html).
    const [taken] = await db
      .select({ userName: iamUsers.userName })
      .from(iamUsers)
      .where(eq(sql`lower(${iamUsers.userName})`, userName.toLowerCase()));
    if (taken) throw nameTaken(taken.userName);
    const row = { userName, userId: newUserId(), createdDate: now, inlinePolicies: {} };
    await db.insert(iamUsers).values(row);
    audit(userName, { userId: row.userId });
    return readUser(db, ports.config.accountId, userName);
  },
);

function nameTaken(userName: string): ControlError {
  const message = `User with name ${userName} already exists.`;
  return new ControlError('ConflictException', message, [{ field: 'userName', message }]);
}
