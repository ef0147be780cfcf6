import { z } from 'zod';
import type { CognitoRuns } from './CognitoRuns';
import { inputOf, ofPool, text } from './inputOf';
import { listed } from './listed';
import { newPoolMembers, poolMembers, poolSettings, poolShape } from './poolSettings';

const created = z.strictObject({ ...newPoolMembers, ...poolMembers });
const updated = z.strictObject({ ...ofPool, PoolName: text.optional(), ...poolMembers });
const one = z.strictObject(ofPool);
const many = z.strictObject({ MaxResults: z.int().min(1).max(60), NextToken: text.optional() });

export const pools: CognitoRuns = {
  CreateUserPool: async (call) => {
    const input = inputOf(call, created);
    const settings = { name: input.PoolName, ...poolSettings(input) };
    return { UserPool: poolShape(await call.door.control.userPools.create(call.actor, settings)) };
  },
  DescribeUserPool: async (call) => {
    const { UserPoolId } = inputOf(call, one);
    return { UserPool: poolShape(await call.door.control.userPools.get(call.actor, UserPoolId)) };
  },
  ListUserPools: async (call) => {
    const { MaxResults: limit, NextToken: token } = inputOf(call, many);
    const all = await call.door.control.userPools.list(call.actor);
    const { items, next } = listed(all, ({ id }) => id, { limit, token });
    const UserPools = items.map((pool) => ({
      Id: pool.id,
      Name: pool.name,
      CreationDate: new Date(pool.createdDate),
    }));
    return { UserPools, NextToken: next };
  },
  /** How long tokens are valid is no member of AWS's pools: it stays as it is. */
  UpdateUserPool: async (call) => {
    const input = inputOf(call, updated);
    await call.door.control.together(async ({ userPools }) => {
      const { accessTokenValidity, idTokenValidity, refreshTokenValidity, name } = await userPools.get(
        call.actor,
        input.UserPoolId,
      );
      await userPools.update(call.actor, input.UserPoolId, {
        ...{ accessTokenValidity, idTokenValidity, refreshTokenValidity },
        name: input.PoolName ?? name,
        ...poolSettings(input),
      });
    });
  },
  DeleteUserPool: async (call) => {
    await call.door.control.userPools.delete(call.actor, inputOf(call, one).UserPoolId);
  },
};
