import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { accessKeys } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import type { AccessKey } from '@/lib/model/identity';
import { write } from '../operation';
import { parse } from '../parse';
import { lockUser } from './findUser';
import { newAccessKeyId, newSecretAccessKey } from './newIds';
import { toAccessKey } from './readUsers';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html: two, so that keys can be rotated. */
const KEYS_PER_USER = 2;

const keyOf = (userName: string, accessKeyId: string) =>
  and(eq(accessKeys.accessKeyId, accessKeyId), eq(accessKeys.userName, userName));

/** The answer holds the secret, this once. */
export const createAccessKey = write(
  { name: 'iam:CreateAccessKey', permission: 'administrator' },
  async (call, userName: string): Promise<AccessKey & { secretAccessKey: string }> => {
    const { db, now, ports } = call;
    await lockUser(db, userName);
    const present = await db.select().from(accessKeys).where(eq(accessKeys.userName, userName));
    if (present.length >= KEYS_PER_USER)
      throw new ControlError(
        'LimitExceededException',
        `Cannot exceed quota for AccessKeysPerUser: ${KEYS_PER_USER}. Delete a key first.`,
      );
    const secretAccessKey = newSecretAccessKey();
    const row = {
      accessKeyId: newAccessKeyId(),
      userName,
      status: 'Active' as const,
      secretSealed: ports.secrets.encrypt(secretAccessKey),
      createdDate: now,
      lastUsedAt: null,
    };
    await db.insert(accessKeys).values(row);
    call.audit(userName, { accessKeyId: row.accessKeyId });
    call.publish();
    return { ...toAccessKey(row), secretAccessKey };
  },
);

const keyStatus = z.enum(['Active', 'Inactive'], 'A key is Active or Inactive');

export const updateAccessKey = write(
  { name: 'iam:UpdateAccessKey', permission: 'administrator' },
  async (call, userName: string, accessKeyId: string, status: AccessKey['status']): Promise<void> => {
    const values = { status: parse(keyStatus, status) };
    const changed = await call.db
      .update(accessKeys)
      .set(values)
      .where(keyOf(userName, accessKeyId))
      .returning({ id: accessKeys.accessKeyId });
    if (changed.length === 0) throw unknownKey(accessKeyId);
    call.audit(userName, { accessKeyId, status });
    call.publish();
  },
);

export const deleteAccessKey = write(
  { name: 'iam:DeleteAccessKey', permission: 'administrator' },
  async (call, userName: string, accessKeyId: string): Promise<void> => {
    const gone = await call.db
      .delete(accessKeys)
      .where(keyOf(userName, accessKeyId))
      .returning({ id: accessKeys.accessKeyId });
    if (gone.length === 0) throw unknownKey(accessKeyId);
    call.audit(userName, { accessKeyId });
    call.publish();
  },
);

function unknownKey(accessKeyId: string): ControlError {
  return new ControlError('NotFoundException', `The Access Key with id ${accessKeyId} cannot be found.`);
}
