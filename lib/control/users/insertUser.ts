import type { Db } from '@/db/client';
import { users } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import { newId } from '@/lib/model/ids';
import type { Role } from '@/lib/model/role';
import { readUser, type StoredUser } from './readUser';

/** @throws ControlError ConflictException when the address is taken; `email` is lower case */
export async function insertUser(
  db: Db,
  now: Date,
  input: { email: string; name: string; role: Role; passwordHash: string | null },
): Promise<StoredUser> {
  const id = newId(10);
  const [made] = await db
    .insert(users)
    .values({ ...input, id, disabled: false, sessionVersion: 1, createdDate: now })
    .onConflictDoNothing({ target: users.email })
    .returning({ id: users.id });
  if (!made) throw emailTaken();
  return readUser(db, id);
}

export function emailTaken(): ControlError {
  const message = 'An account with this e-mail address exists already';
  return new ControlError('ConflictException', message, [{ field: 'email', message }]);
}
