import { and, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { attachedRolePolicies, iamRoles } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import { write } from '../operation';
import { lockRole } from './findRole';
import { lockPolicy } from './managedPolicies';
import { policyNameInput } from './policyNameInput';
import { refusePolicy } from './refusePolicy';

/** Creates or replaces an inline policy. */
export const putRolePolicy = write(
  { name: 'iam:PutRolePolicy', permission: 'administrator' },
  async ({ db, audit, publish }, roleName: string, policyName: string, document: string): Promise<void> => {
    policyNameInput(policyName);
    refusePolicy(document);
    const { inlinePolicies } = await lockRole(db, roleName);
    await setInline(db, roleName, { ...inlinePolicies, [policyName]: document });
    audit(roleName, { policyName, document });
    publish();
  },
);

export const deleteRolePolicy = write(
  { name: 'iam:DeleteRolePolicy', permission: 'administrator' },
  async ({ db, audit, publish }, roleName: string, policyName: string): Promise<void> => {
    const { inlinePolicies } = await lockRole(db, roleName);
    if (!Object.hasOwn(inlinePolicies, policyName))
      throw new ControlError('NotFoundException', `The role policy with name ${policyName} cannot be found.`);
    const { [policyName]: _gone, ...rest } = inlinePolicies;
    await setInline(db, roleName, rest);
    audit(roleName, { policyName });
    publish();
  },
);

/** Attaching twice changes nothing, as on AWS. */
export const attachRolePolicy = write(
  { name: 'iam:AttachRolePolicy', permission: 'administrator' },
  async ({ db, audit, publish }, roleName: string, policyName: string): Promise<void> => {
    await lockRole(db, roleName);
    await lockPolicy(db, policyName);
    await db.insert(attachedRolePolicies).values({ roleName, policyName }).onConflictDoNothing();
    audit(roleName, { policyName });
    publish();
  },
);

export const detachRolePolicy = write(
  { name: 'iam:DetachRolePolicy', permission: 'administrator' },
  async ({ db, audit, publish }, roleName: string, policyName: string): Promise<void> => {
    const own = and(
      eq(attachedRolePolicies.roleName, roleName),
      eq(attachedRolePolicies.policyName, policyName),
    );
    const gone = await db.delete(attachedRolePolicies).where(own).returning();
    if (gone.length === 0)
      throw new ControlError('NotFoundException', `Policy ${policyName} is not attached to ${roleName}.`);
    audit(roleName, { policyName });
    publish();
  },
);

async function setInline(db: Db, roleName: string, inlinePolicies: Record<string, string>): Promise<void> {
  await db.update(iamRoles).set({ inlinePolicies }).where(eq(iamRoles.roleName, roleName));
}
