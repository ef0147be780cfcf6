import type { AccessKeyDocument, IamRoleDocument, IamUserDocument } from '@gatehouse/gateway/snapshot';
import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { accessKeys, attachedPolicies, attachedRolePolicies, iamRoles, iamUsers } from '@/db/schema';
import { roleArn, userArn } from '../identity/arns';
import { inline, managed, managedDocuments } from '../identity/heldPolicies';
import type { ControlPorts } from '../ports';

export interface IdentityDocuments {
  iamUsers?: IamUserDocument[];
  accessKeys?: AccessKeyDocument[];
  iamRoles?: IamRoleDocument[];
}

/**
 * Users, the active access keys with their secrets opened (they leave the control plane towards the engine alone), and
 * roles. Users without a key are there too: temporary credentials outlive the key that asked for them.
 */
export async function readIdentity(
  db: Db,
  { secrets, config }: Pick<ControlPorts, 'secrets' | 'config'>,
): Promise<IdentityDocuments> {
  const users = await db.select().from(iamUsers).orderBy(iamUsers.userName);
  const roles = await db.select().from(iamRoles).orderBy(iamRoles.roleName);
  if (users.length + roles.length === 0) return {};
  const keys = await db
    .select()
    .from(accessKeys)
    .where(eq(accessKeys.status, 'Active'))
    .orderBy(accessKeys.userName, accessKeys.accessKeyId);
  const ofUsers = await db.select().from(attachedPolicies).orderBy(attachedPolicies.policyName);
  const ofRoles = await db.select().from(attachedRolePolicies).orderBy(attachedRolePolicies.policyName);
  const named = [...ofUsers, ...ofRoles].map(({ policyName }) => policyName);
  const held = policiesHeld(await managedDocuments(db, named));
  const namesOfUser = grouped(ofUsers.map(({ userName, policyName }) => [userName, policyName]));
  const namesOfRole = grouped(ofRoles.map(({ roleName, policyName }) => [roleName, policyName]));
  return {
    ...(users.length > 0 && {
      iamUsers: users.map(({ userName, userId, inlinePolicies }) => {
        const policies = held(inlinePolicies, namesOfUser.get(userName));
        return { userName, userId, arn: userArn(config.accountId, userName), policies };
      }),
    }),
    ...(keys.length > 0 && {
      accessKeys: keys.map(({ accessKeyId, userName, secretSealed }) => ({
        accessKeyId,
        userName,
        secretAccessKey: secrets.decrypt(secretSealed),
      })),
    }),
    ...(roles.length > 0 && {
      iamRoles: roles.map(({ roleName, roleId, path, assumeRolePolicyDocument, inlinePolicies }) => {
        const policies = held(inlinePolicies, namesOfRole.get(roleName));
        const arn = roleArn(config.accountId, path, roleName);
        return { roleName, roleId, arn, assumeRolePolicyDocument, policies };
      }),
    }),
  };
}

/** JSON texts, inline ones first. */
const policiesHeld =
  (documents: ReadonlyMap<string, string>) =>
  (inlinePolicies: Record<string, string>, attached: readonly string[] = []): string[] =>
    [...inline(inlinePolicies), ...managed(attached, documents)].map(({ document }) => document);

function grouped(pairs: [name: string, policyName: string][]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const [name, policyName] of pairs) {
    const group = groups.get(name);
    if (group) group.push(policyName);
    else groups.set(name, [policyName]);
  }
  return groups;
}
