import { eq } from 'drizzle-orm';
import { apiKeys, apps, users } from '@/db/schema';
import { write } from '../operation';
import { keepAnAdministrator } from './keepAnAdministrator';
import { readUser } from './readUser';

/** The account goes with its apps, subscriptions and keys; the keys stop at once. */
export const deleteUser = write(
  { name: 'DeleteUser', permission: 'administrator' },
  async ({ db, audit, publish }, userId: string): Promise<void> => {
    const { row } = await readUser(db, userId);
    await keepAnAdministrator(db, userId);
    const keys = await db
      .select({ id: apiKeys.id })
      .from(apiKeys)
      .innerJoin(apps, eq(apps.id, apiKeys.appId))
      .where(eq(apps.userId, userId));
    await db.delete(users).where(eq(users.id, userId));
    audit(userId, { email: row.email, apiKeys: keys.length });
    if (keys.length > 0) publish({ apiKeyIds: keys.map((key) => key.id) });
  },
);
