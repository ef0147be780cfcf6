import { eq, sql } from 'drizzle-orm';
import { attachedRolePolicies, iamRoles } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import { type IamRole, type RoleInput, type RoleUpdate, roleInput, roleUpdate } from '@/lib/model/identity';
import { read, write } from '../operation';
import { parse } from '../parse';
import { roleArn } from './arns';
import { attachedTo, findRole, lockRole, toRole } from './findRole';
import { newRoleId } from './newIds';
import { refuseTrustPolicy } from './trustPolicy';

/** By name. */
export const listRoles = read(
  { name: 'iam:ListRoles', permission: 'administrator' },
  async ({ db, ports }): Promise<IamRole[]> => {
    const rows = await db.select().from(iamRoles).orderBy(iamRoles.roleName);
    const attached = await db.select().from(attachedRolePolicies).orderBy(attachedRolePolicies.policyName);
    return rows.map((row) => {
      const own = attached.filter(({ roleName }) => roleName === row.roleName);
      return toRole(
        ports.config.accountId,
        row,
        own.map(({ policyName }) => policyName),
      );
    });
  },
);

export const getRole = read(
  { name: 'iam:GetRole', permission: 'administrator' },
  async ({ db, ports }, roleName: string): Promise<IamRole> =>
    toRole(ports.config.accountId, await findRole(db, roleName), await attachedTo(db, roleName)),
);

export const createRole = write(
  { name: 'iam:CreateRole', permission: 'administrator' },
  async ({ db, now, ports, audit, publish }, input: RoleInput): Promise<IamRole> => {
    const { description = null, ...role } = parse(roleInput, input);
    refuseTrustPolicy(role.assumeRolePolicyDocument);
    const [taken] = await db
      .select({ roleName: iamRoles.roleName })
      .from(iamRoles)
      .where(eq(sql`lower(${iamRoles.roleName})`, role.roleName.toLowerCase()));
    if (taken)
      throw new ControlError('ConflictException', `Role with name ${taken.roleName} already exists.`);
    const row = { ...role, description, roleId: newRoleId(), createdDate: now, inlinePolicies: {} };
    await db.insert(iamRoles).values(row);
    const { accountId } = ports.config;
    audit(roleArn(accountId, row.path, row.roleName), { document: row.assumeRolePolicyDocument });
    publish();
    return toRole(accountId, row, []);
  },
);

export const updateRole = write(
  { name: 'iam:UpdateRole', permission: 'administrator' },
  async ({ db, ports, audit, publish }, roleName: string, input: RoleUpdate): Promise<void> => {
    const { description, maxSessionDuration, assumeRolePolicyDocument } = parse(roleUpdate, input);
    if (assumeRolePolicyDocument !== undefined) refuseTrustPolicy(assumeRolePolicyDocument);
    const row = await lockRole(db, roleName);
    await db
      .update(iamRoles)
      .set({
        description: description ?? row.description,
        maxSessionDuration: maxSessionDuration ?? row.maxSessionDuration,
        assumeRolePolicyDocument: assumeRolePolicyDocument ?? row.assumeRolePolicyDocument,
      })
      .where(eq(iamRoles.roleName, roleName));
    audit(roleArn(ports.config.accountId, row.path, roleName), { ...input });
    publish();
  },
);

/** Refused while it has policies, as on AWS. */
export const deleteRole = write(
  { name: 'iam:DeleteRole', permission: 'administrator' },
  async ({ db, ports, audit, publish }, roleName: string): Promise<void> => {
    const { path, inlinePolicies } = await lockRole(db, roleName);
    const attached = await attachedTo(db, roleName);
    if (attached.length > 0)
      throw new ControlError('ConflictException', 'Cannot delete entity, must detach all policies first.');
    if (Object.keys(inlinePolicies).length > 0)
      throw new ControlError('ConflictException', 'Cannot delete entity, must delete policies first.');
    await db.delete(iamRoles).where(eq(iamRoles.roleName, roleName));
    audit(roleArn(ports.config.accountId, path, roleName));
    publish();
  },
);
