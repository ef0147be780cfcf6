import { eq } from 'drizzle-orm';
import { users } from '@/db/schema';
import { write } from '../operation';
import { dropKeyTags } from '../tags/dropTags';
import { lockMembership } from '../usagePlans/membership';
import { keepAnAdministrator } from './keepAnAdministrator';
import { ownedKeyIds } from './ownedKeyIds';
import { readUser } from './readUser';

/** The account goes with its apps, subscriptions and keys; the keys stop at once. */
export const deleteUser = write(
  { name: 'DeleteUser', permission: 'administrator' },
  async ({ db, ports, audit, publish }, userId: string): Promise<void> => {
    const { row } = await readUser(db, userId);
    await keepAnAdministrator(db, userId);
    // A key that is made at this moment is either seen here or finds its app gone.
    await lockMembership(db);
    const apiKeyIds = await ownedKeyIds(db, userId);
    await db.delete(users).where(eq(users.id, userId));
    await dropKeyTags({ db, ports }, apiKeyIds);
    audit(userId, { email: row.email, apiKeys: apiKeyIds.length });
    if (apiKeyIds.length > 0) publish({ apiKeyIds });
  },
);
