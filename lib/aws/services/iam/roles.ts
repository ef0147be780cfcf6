import type { IamRole } from '@/lib/model/identity';
import { AwsError } from '../../AwsError';
import { optional, required, wholeNumber } from '../../protocols/queryInput';
import type { OperationCall } from '../../Service';
import { allRoles, roleResource, roleToMake } from './arns';
import type { IamRuns } from './IamRuns';
import { listed } from './listed';
import { written } from './policyNamed';

const HOURS: [number, number] = [3_600, 43_200];

export const roles: IamRuns = {
  CreateRole: {
    resource: roleToMake,
    run: async ({ input, door, actor }) => {
      refuseMembers(input, ['Tags.member.1.Key', 'PermissionsBoundary']);
      const [path, description] = [optional(input, 'Path'), optional(input, 'Description')];
      const maxSessionDuration = wholeNumber(input, 'MaxSessionDuration', HOURS);
      const role = await door.control.identity.createRole(actor, {
        roleName: required(input, 'RoleName'),
        assumeRolePolicyDocument: required(input, 'AssumeRolePolicyDocument'),
        ...(path !== undefined && { path }),
        ...(description !== undefined && { description }),
        ...(maxSessionDuration !== undefined && { maxSessionDuration }),
      });
      return { Role: roleShape(role) };
    },
  },
  GetRole: { resource: roleResource, run: async (call) => ({ Role: roleShape(await roleNamed(call)) }) },
  ListRoles: {
    resource: allRoles,
    run: async (call) => {
      const prefix = optional(call.input, 'PathPrefix') ?? '/';
      const all = await call.door.control.identity.roles(call.actor);
      const asked = all.filter(({ path }) => path.startsWith(prefix));
      return listed(call, 'Roles', asked, ({ roleName }) => roleName, roleShape);
    },
  },
  UpdateRole: {
    resource: roleResource,
    run: async ({ input, door, actor }) => {
      const description = optional(input, 'Description');
      const maxSessionDuration = wholeNumber(input, 'MaxSessionDuration', HOURS);
      await door.control.identity.updateRole(actor, required(input, 'RoleName'), {
        ...(description !== undefined && { description }),
        ...(maxSessionDuration !== undefined && { maxSessionDuration }),
      });
    },
  },
  UpdateAssumeRolePolicy: {
    resource: roleResource,
    run: async ({ input, door, actor }) => {
      const assumeRolePolicyDocument = required(input, 'PolicyDocument');
      await door.control.identity.updateRole(actor, required(input, 'RoleName'), {
        assumeRolePolicyDocument,
      });
    },
  },
  DeleteRole: {
    resource: roleResource,
    run: ({ input, door, actor }) => door.control.identity.deleteRole(actor, required(input, 'RoleName')),
  },
  /** No machine here has a profile, so that no role is in one; Terraform asks before it deletes a role. */
  ListInstanceProfilesForRole: {
    resource: roleResource,
    run: async (call) => {
      await roleNamed(call);
      return { InstanceProfiles: [], IsTruncated: false };
    },
  },
};

/** @throws ControlError NotFoundException */
export const roleNamed = ({ input, door, actor }: OperationCall): Promise<IamRole> =>
  door.control.identity.role(actor, required(input, 'RoleName'));

function refuseMembers(input: OperationCall['input'], names: string[]): void {
  const sent = names.find((name) => optional(input, name) !== undefined);
  if (sent === undefined) return;
  throw new AwsError('ValidationError', `${sent.split('.', 1)[0]} of a role is not available here`);
}

const roleShape = (role: IamRole) => ({
  Path: role.path,
  RoleName: role.roleName,
  RoleId: role.roleId,
  Arn: role.arn,
  CreateDate: new Date(role.createdDate),
  AssumeRolePolicyDocument: written(role.assumeRolePolicyDocument),
  Description: role.description,
  MaxSessionDuration: role.maxSessionDuration,
});
