import { and, eq, ne } from 'drizzle-orm';
import { accessKeys, attachedPolicies, iamUsers } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import { firstStart } from '@/lib/model/role';
import type { ControlContext, ReadCall, WriteCall } from '../ControlContext';
import { runRead, runWrite } from '../operation';
import { lockUser } from './findUser';
import { newUserId } from './newIds';

const userName = 'bootstrap';
const policyName = 'AdministratorAccess';

export interface BootstrapKey {
  accessKeyId: string;
  secretAccessKey: string;
}

/**
 * From GATEHOUSE_ACCESS_KEY_ID and GATEHOUSE_SECRET_ACCESS_KEY: the IAM user `bootstrap`, who may do everything, with
 * that key and no other. Writes nothing when all of it is there already.
 * @throws ControlError ConflictException when another user has the key
 */
export async function bootstrapIdentity(context: ControlContext, key: BootstrapKey): Promise<void> {
  if (await runRead(context, firstStart, (call) => isThere(call, key))) return;
  await runWrite(context, firstStart, 'BootstrapIdentity', async (call) => {
    await insertUser(call);
    await replaceKey(call, key);
    call.audit(userName, { accessKeyId: key.accessKeyId });
    call.publish();
  });
}

async function isThere({ db, ports }: ReadCall, key: BootstrapKey): Promise<boolean> {
  const attached = await db.select().from(attachedPolicies).where(eq(attachedPolicies.userName, userName));
  const keys = await db.select().from(accessKeys).where(eq(accessKeys.userName, userName));
  const [only] = keys;
  return (
    attached.some((each) => each.policyName === policyName) &&
    keys.length === 1 &&
    only?.accessKeyId === key.accessKeyId &&
    only.status === 'Active' &&
    ports.secrets.decrypt(only.secretSealed) === key.secretAccessKey
  );
}

async function insertUser({ db, now }: WriteCall): Promise<void> {
  const row = { userName, userId: newUserId(), createdDate: now, inlinePolicies: {} };
  await db.insert(iamUsers).values(row).onConflictDoNothing({ target: iamUsers.userName });
  // Nodes that start together come one after the other, and write the same.
  await lockUser(db, userName);
  await db.insert(attachedPolicies).values({ userName, policyName }).onConflictDoNothing();
}

async function replaceKey({ db, now, ports }: WriteCall, key: BootstrapKey): Promise<void> {
  const { accessKeyId } = key;
  const [others] = await db
    .select({ userName: accessKeys.userName })
    .from(accessKeys)
    .where(and(eq(accessKeys.accessKeyId, accessKeyId), ne(accessKeys.userName, userName)));
  if (others)
    throw new ControlError(
      'ConflictException',
      `GATEHOUSE_ACCESS_KEY_ID is an access key of the user ${others.userName}`,
    );
  await db.delete(accessKeys).where(eq(accessKeys.userName, userName));
  await db.insert(accessKeys).values({
    accessKeyId,
    userName,
    status: 'Active',
    secretSealed: ports.secrets.encrypt(key.secretAccessKey),
    createdDate: now,
  });
}
