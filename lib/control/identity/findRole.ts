import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { attachedRolePolicies, iamRoles } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import type { IamRole } from '@/lib/model/identity';
import { policyArn, roleArn } from './arns';

export type IamRoleRow = typeof iamRoles.$inferSelect;

/** @throws ControlError NotFoundException */
export async function findRole(db: Db, roleName: string): Promise<IamRoleRow> {
  const [row] = await db.select().from(iamRoles).where(eq(iamRoles.roleName, roleName));
  return row ?? unknown(roleName);
}

/** The same, held until the transaction ends. */
export async function lockRole(db: Db, roleName: string): Promise<IamRoleRow> {
  const [row] = await db.select().from(iamRoles).where(eq(iamRoles.roleName, roleName)).for('update');
  return row ?? unknown(roleName);
}

/** Names of managed policies that a role has. */
export async function attachedTo(db: Db, roleName: string): Promise<string[]> {
  const rows = await db
    .select()
    .from(attachedRolePolicies)
    .where(eq(attachedRolePolicies.roleName, roleName))
    .orderBy(attachedRolePolicies.policyName);
  return rows.map(({ policyName }) => policyName);
}

export function toRole(accountId: string, row: IamRoleRow, attached: string[]): IamRole {
  const { createdDate, description, ...role } = row;
  return {
    ...role,
    arn: roleArn(accountId, row.path, row.roleName),
    ...(description !== null && { description }),
    createdDate: createdDate.getTime(),
    attachedPolicies: attached.map((name) => policyArn(accountId, name)),
  };
}

function unknown(roleName: string): never {
  throw new ControlError('NotFoundException', `The role with name ${roleName} cannot be found.`);
}
