import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { accessKeys, attachedPolicies, iamUsers } from '@/db/schema';
import type { AccessKey, IamUser } from '@/lib/model/identity';
import { policyArn, userArn } from './arns';
import { findUser, type IamUserRow } from './findUser';

/** By name; secrets stay where they are. */
export async function readUsers(db: Db, accountId: string): Promise<IamUser[]> {
  const rows = await db.select().from(iamUsers).orderBy(iamUsers.userName);
  const keys = byUser(await db.select().from(accessKeys).orderBy(accessKeys.createdDate));
  const attached = byUser(await db.select().from(attachedPolicies).orderBy(attachedPolicies.policyName));
  return rows.map((row) =>
    toUser(accountId, row, keys.get(row.userName) ?? [], attached.get(row.userName) ?? []),
  );
}

/** @throws ControlError NotFoundException */
export async function readUser(db: Db, accountId: string, userName: string): Promise<IamUser> {
  const row = await findUser(db, userName);
  const keys = await db
    .select()
    .from(accessKeys)
    .where(eq(accessKeys.userName, userName))
    .orderBy(accessKeys.createdDate);
  const attached = await db
    .select()
    .from(attachedPolicies)
    .where(eq(attachedPolicies.userName, userName))
    .orderBy(attachedPolicies.policyName);
  return toUser(accountId, row, keys, attached);
}

function byUser<Row extends { userName: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row.userName, [...(groups.get(row.userName) ?? []), row]);
  return groups;
}

type KeyRow = typeof accessKeys.$inferSelect;

function toUser(
  accountId: string,
  row: IamUserRow,
  keys: KeyRow[],
  attached: { policyName: string }[],
): IamUser {
  return {
    userName: row.userName,
    userId: row.userId,
    arn: userArn(accountId, row.userName),
    createdDate: row.createdDate.getTime(),
    accessKeys: keys.map(toAccessKey),
    inlinePolicies: row.inlinePolicies,
    attachedPolicies: attached.map(({ policyName }) => policyArn(accountId, policyName)),
  };
}

export function toAccessKey({ accessKeyId, status, createdDate, lastUsedAt }: KeyRow): AccessKey {
  return {
    accessKeyId,
    status,
    createdDate: createdDate.getTime(),
    ...(lastUsedAt && { lastUsedAt: lastUsedAt.getTime() }),
  };
}
