import { AwsError } from '../../AwsError';
import { required } from '../../protocols/queryInput';
import { roleResource } from './arns';
import type { IamRuns } from './IamRuns';
import { listed } from './listed';
import { attachedShape, policyNamed, written } from './policyNamed';
import { roleNamed } from './roles';

export const rolePolicies: IamRuns = {
  PutRolePolicy: {
    resource: roleResource,
    run: ({ input, door, actor }) =>
      door.control.identity.putRolePolicy(
        actor,
        required(input, 'RoleName'),
        required(input, 'PolicyName'),
        required(input, 'PolicyDocument'),
      ),
  },
  GetRolePolicy: {
    resource: roleResource,
    run: async (call) => {
      const { roleName, inlinePolicies } = await roleNamed(call);
      const name = required(call.input, 'PolicyName');
      const document = inlinePolicies[name];
      if (document === undefined)
        throw new AwsError('NoSuchEntity', `The role policy with name ${name} cannot be found.`, 404);
      return { RoleName: roleName, PolicyName: name, PolicyDocument: written(document) };
    },
  },
  ListRolePolicies: {
    resource: roleResource,
    run: async (call) => {
      const names = Object.keys((await roleNamed(call)).inlinePolicies).sort();
      return listed(call, 'PolicyNames', names, same, same);
    },
  },
  DeleteRolePolicy: {
    resource: roleResource,
    run: ({ input, door, actor }) =>
      door.control.identity.deleteRolePolicy(
        actor,
        required(input, 'RoleName'),
        required(input, 'PolicyName'),
      ),
  },
  AttachRolePolicy: {
    resource: roleResource,
    run: async (call) => {
      const { policyName } = await policyNamed(call);
      const role = required(call.input, 'RoleName');
      await call.door.control.identity.attachRolePolicy(call.actor, role, policyName);
    },
  },
  DetachRolePolicy: {
    resource: roleResource,
    run: async (call) => {
      const { policyName } = await policyNamed(call);
      const role = required(call.input, 'RoleName');
      await call.door.control.identity.detachRolePolicy(call.actor, role, policyName);
    },
  },
  ListAttachedRolePolicies: {
    resource: roleResource,
    run: async (call) =>
      listed(call, 'AttachedPolicies', (await roleNamed(call)).attachedPolicies, same, attachedShape),
  },
};

const same = (text: string) => text;
