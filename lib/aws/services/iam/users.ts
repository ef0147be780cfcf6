import type { IamUser } from '@/lib/model/identity';
import { AwsError } from '../../AwsError';
import { optional, required } from '../../protocols/queryInput';
import type { OperationCall } from '../../Service';
import { allUsers, userNameOf, userResource } from './arns';
import type { IamRuns } from './IamRuns';
import { listed } from './listed';

export const users: IamRuns = {
  CreateUser: {
    resource: userResource,
    run: async (call) => {
      const path = optional(call.input, 'Path') ?? '/';
      if (path !== '/') throw new AwsError('ValidationError', 'The path of a user is / here');
      const name = required(call.input, 'UserName');
      return { User: userShape(await call.door.control.identity.createUser(call.actor, name)) };
    },
  },
  GetUser: { resource: userResource, run: async (call) => ({ User: userShape(await userNamed(call)) }) },
  ListUsers: {
    resource: allUsers,
    run: async (call) => {
      const all = await call.door.control.identity.users(call.actor);
      return listed(call, 'Users', all, ({ userName }) => userName, userShape);
    },
  },
  /** The console takes away what a user has, after one question; here it must have nothing any more. */
  DeleteUser: {
    resource: userResource,
    run: async (call) => {
      await call.door.control.together(async ({ identity }) => {
        const user = await userNamed(call, identity);
        const has = [
          ...(user.accessKeys.length > 0 ? ['delete access keys'] : []),
          ...(Object.keys(user.inlinePolicies).length > 0 ? ['delete policies'] : []),
          ...(user.attachedPolicies.length > 0 ? ['detach all policies'] : []),
        ];
        const [first] = has;
        if (first !== undefined)
          throw new AwsError('DeleteConflict', `Cannot delete entity, must ${first} first.`, 409);
        await identity.deleteUser(call.actor, user.userName);
      });
    },
  },
};

/** @throws AwsError NoSuchEntity */
export async function userNamed(
  call: OperationCall,
  identity = call.door.control.identity,
): Promise<IamUser> {
  const name = userNameOf(call);
  const found = (await identity.users(call.actor)).find(({ userName }) => userName === name);
  if (found) return found;
  throw new AwsError('NoSuchEntity', `The user with name ${name} cannot be found.`, 404);
}

const userShape = ({ userName, userId, arn, createdDate }: IamUser) => ({
  Path: '/',
  UserName: userName,
  UserId: userId,
  Arn: arn,
  CreateDate: new Date(createdDate),
});
