import { eq } from 'drizzle-orm';
import { iamUsers } from '@/db/schema';
import { write } from '../operation';
import { lockUser } from './findUser';

/**
 * The user goes with its keys, inline policies and attachments, which stop at once. AWS's DeleteUser answers
 * DeleteConflict while there are any; its console takes them all away first, after one question, and so does ours.
 * Both come here, the AWS endpoint after it has looked (lib/aws/services/iam/users.ts): what the user had stands in the
 * audit log.
 */
export const deleteUser = write(
  { name: 'iam:DeleteUser', permission: 'administrator' },
  async ({ db, audit, publish }, userName: string): Promise<void> => {
    const { userId, inlinePolicies } = await lockUser(db, userName);
    await db.delete(iamUsers).where(eq(iamUsers.userName, userName));
    audit(userName, { userId, inlinePolicies: Object.keys(inlinePolicies) });
    publish();
  },
);
