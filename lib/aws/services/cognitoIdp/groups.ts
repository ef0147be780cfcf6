import { z } from 'zod';
import { AwsError } from '../../AwsError';
import type { OperationCall } from '../../Service';
import type { CognitoRuns } from './CognitoRuns';
import { inputOf, ofPool, text } from './inputOf';
import { listed } from './listed';
import { ofUser, userNamed } from './userNamed';
import { userShape } from './userShape';

const ofGroup = { ...ofPool, GroupName: text };
/** A group is a name here: description, role and precedence are refused. */
const one = z.strictObject(ofGroup);
const page = { Limit: z.int().min(1).max(60).default(60), NextToken: text.optional() };
const many = z.strictObject({ ...ofPool, ...page });
const people = z.strictObject({ ...ofGroup, ...page });
const ofPerson = z.strictObject({ ...ofUser, ...page });
const membership = z.strictObject({ ...ofUser, GroupName: text });

export const groups: CognitoRuns = {
  CreateGroup: (call) => {
    const { UserPoolId, GroupName } = inputOf(call, one);
    return call.door.control.together(async ({ userPools }) => {
      const all = await userPools.groups(call.actor, UserPoolId);
      if (all.includes(GroupName))
        throw new AwsError('GroupExistsException', 'A group with the name already exists.');
      await userPools.putGroups(call.actor, UserPoolId, [...all, GroupName]);
      return { Group: groupShape(UserPoolId, GroupName) };
    });
  },
  GetGroup: async (call) => {
    const { UserPoolId, GroupName } = inputOf(call, one);
    existing(await call.door.control.userPools.groups(call.actor, UserPoolId), GroupName);
    return { Group: groupShape(UserPoolId, GroupName) };
  },
  ListGroups: async (call) => {
    const { UserPoolId, ...asked } = inputOf(call, many);
    return groupPage(UserPoolId, await call.door.control.userPools.groups(call.actor, UserPoolId), asked);
  },
  DeleteGroup: async (call) => {
    const { UserPoolId, GroupName } = inputOf(call, one);
    await call.door.control.together(async ({ userPools }) => {
      const all = existing(await userPools.groups(call.actor, UserPoolId), GroupName);
      const kept = all.filter((name) => name !== GroupName);
      await userPools.putGroups(call.actor, UserPoolId, kept);
    });
  },
  ListUsersInGroup: async (call) => {
    const { UserPoolId, GroupName, Limit: limit, NextToken: token } = inputOf(call, people);
    const { userPools } = call.door.control;
    existing(await userPools.groups(call.actor, UserPoolId), GroupName);
    const all = await userPools.users(call.actor, UserPoolId);
    const members = all.filter((user) => user.groups.includes(GroupName));
    const { items, next } = listed(members, ({ id }) => id, { limit, token });
    return { Users: items.map((user) => userShape(user)), NextToken: next };
  },
  AdminListGroupsForUser: async (call) => {
    const input = inputOf(call, ofPerson);
    const user = await userNamed(call, call.door.control.userPools, input);
    return groupPage(input.UserPoolId, user.groups, input);
  },
  AdminAddUserToGroup: (call) => changeGroups(call, (before, name) => [...new Set([...before, name])]),
  AdminRemoveUserFromGroup: (call) =>
    changeGroups(call, (before, name) => before.filter((one) => one !== name)),
};

/** @throws AwsError ResourceNotFoundException for a group that the pool has not */
function existing(groups: string[], name: string): string[] {
  if (groups.includes(name)) return groups;
  throw new AwsError('ResourceNotFoundException', 'Group not found.');
}

async function changeGroups(
  call: OperationCall,
  change: (before: string[], name: string) => string[],
): Promise<void> {
  const input = inputOf(call, membership);
  await call.door.control.together(async ({ userPools }) => {
    existing(await userPools.groups(call.actor, input.UserPoolId), input.GroupName);
    const user = await userNamed(call, userPools, input);
    const groups = change(user.groups, input.GroupName);
    await userPools.updateUser(call.actor, input.UserPoolId, user.id, { groups });
  });
}

const groupShape = (UserPoolId: string, GroupName: string) => ({ GroupName, UserPoolId });

function groupPage(
  UserPoolId: string,
  all: readonly string[],
  { Limit: limit, NextToken: token }: { Limit: number; NextToken?: string | undefined },
) {
  const { items, next } = listed(all, (name) => name, { limit, token });
  return { Groups: items.map((name) => groupShape(UserPoolId, name)), NextToken: next };
}
