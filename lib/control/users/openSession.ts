import { randomBytes } from 'node:crypto';
import { sessions } from '@/db/schema';
import { sessionSeconds } from '@/lib/model/session';
import type { WriteCall } from '../ControlContext';
import { type SignedInUser, type StoredUser, toUser } from './readUser';

/** Signs the account in: a session of its own for each time, so that signing out ends this one alone. */
export async function openSession({ db, now }: WriteCall, found: StoredUser): Promise<SignedInUser> {
  const sessionId = randomBytes(32).toString('base64url');
  await db.insert(sessions).values({
    id: sessionId,
    userId: found.row.id,
    sessionVersion: found.row.sessionVersion,
    createdDate: now,
    expiresAt: new Date(now.getTime() + sessionSeconds * 1000),
  });
  return { ...toUser(found), sessionId };
}
