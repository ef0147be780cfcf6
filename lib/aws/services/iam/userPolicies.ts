import { AwsError } from '../../AwsError';
import { required } from '../../protocols/queryInput';
import { userNameOf, userResource } from './arns';
import type { IamRuns } from './IamRuns';
import { listed } from './listed';
import { attachedShape, policyNamed, written } from './policyNamed';
import { userNamed } from './users';

export const userPolicies: IamRuns = {
  PutUserPolicy: {
    resource: userResource,
    run: async (call) => {
      const [name, document] = [required(call.input, 'PolicyName'), required(call.input, 'PolicyDocument')];
      await call.door.control.identity.putUserPolicy(call.actor, userNameOf(call), name, document);
    },
  },
  GetUserPolicy: {
    resource: userResource,
    run: async (call) => {
      const { userName, inlinePolicies } = await userNamed(call);
      const name = required(call.input, 'PolicyName');
      const document = inlinePolicies[name];
      if (document === undefined)
        throw new AwsError('NoSuchEntity', `The user policy with name ${name} cannot be found.`, 404);
      return { UserName: userName, PolicyName: name, PolicyDocument: written(document) };
    },
  },
  ListUserPolicies: {
    resource: userResource,
    run: async (call) => {
      const names = Object.keys((await userNamed(call)).inlinePolicies).sort();
      return listed(call, 'PolicyNames', names, same, same);
    },
  },
  DeleteUserPolicy: {
    resource: userResource,
    run: async (call) => {
      const name = required(call.input, 'PolicyName');
      await call.door.control.identity.deleteUserPolicy(call.actor, userNameOf(call), name);
    },
  },
  AttachUserPolicy: {
    resource: userResource,
    run: async (call) => {
      const { policyName } = await policyNamed(call);
      await call.door.control.identity.attachPolicy(call.actor, userNameOf(call), policyName);
    },
  },
  DetachUserPolicy: {
    resource: userResource,
    run: async (call) => {
      const { policyName } = await policyNamed(call);
      await call.door.control.identity.detachPolicy(call.actor, userNameOf(call), policyName);
    },
  },
  ListAttachedUserPolicies: {
    resource: userResource,
    run: async (call) =>
      listed(call, 'AttachedPolicies', (await userNamed(call)).attachedPolicies, same, attachedShape),
  },
};

const same = (text: string) => text;
