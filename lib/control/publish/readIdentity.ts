import type { AccessKeyDocument, IamUserDocument } from '@gatehouse/gateway/snapshot';
import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { accessKeys, attachedPolicies, iamUsers } from '@/db/schema';
import { userArn } from '../identity/arns';
import { inline, managed, managedDocuments } from '../identity/heldPolicies';
import { byUser } from '../identity/readUsers';
import type { ControlPorts } from '../ports';

export interface IdentityDocuments {
  iamUsers?: IamUserDocument[];
  accessKeys?: AccessKeyDocument[];
}

/**
 * The active access keys, their secrets opened (they leave the control plane towards the engine alone), and the users
 * who have one: nobody else can sign. Nothing where there is no key.
 */
export async function readIdentity(
  db: Db,
  { secrets, config }: Pick<ControlPorts, 'secrets' | 'config'>,
): Promise<IdentityDocuments> {
  const rows = await db
    .select({ key: accessKeys, user: iamUsers })
    .from(accessKeys)
    .innerJoin(iamUsers, eq(iamUsers.userName, accessKeys.userName))
    .where(eq(accessKeys.status, 'Active'))
    .orderBy(accessKeys.userName, accessKeys.accessKeyId);
  if (rows.length === 0) return {};
  const attached = await db.select().from(attachedPolicies).orderBy(attachedPolicies.policyName);
  const names = byUser(attached);
  const documents = await managedDocuments(
    db,
    attached.map(({ policyName }) => policyName),
  );
  const users = new Map(rows.map(({ user }) => [user.userName, user]));
  return {
    iamUsers: [...users.values()].map(({ userName, userId, inlinePolicies }) => {
      const attachedNames = (names.get(userName) ?? []).map(({ policyName }) => policyName);
      const held = [...inline(inlinePolicies), ...managed(attachedNames, documents)];
      const arn = userArn(config.accountId, userName);
      return { userName, userId, arn, policies: held.map(({ document }) => document) };
    }),
    accessKeys: rows.map(({ key: { accessKeyId, userName, secretSealed } }) => ({
      accessKeyId,
      userName,
      secretAccessKey: secrets.decrypt(secretSealed),
    })),
  };
}
