'use server';

import { revalidatePath } from 'next/cache';
import { action } from '@/app/action';
import { control } from '@/lib/runtime/slot';

const refresh = (userPoolId: string) => revalidatePath(`/console/user-pools/${userPoolId}`, 'layout');

export const createPoolUser = action(
  async (
    actor,
    {
      userPoolId,
      ...input
    }: {
      userPoolId: string;
      username: string;
      email: string;
      password: string;
      permanent?: boolean;
      groups?: string[];
    },
  ) => {
    const user = await control().userPools.createUser(actor, userPoolId, input);
    refresh(userPoolId);
    return user;
  },
);

export const updatePoolUser = action(
  async (
    actor,
    {
      userPoolId,
      userId,
      ...changes
    }: {
      userPoolId: string;
      userId: string;
      enabled?: boolean;
      password?: string;
      permanent?: boolean;
      groups?: string[];
      attributes?: Record<string, string>;
    },
  ) => {
    const user = await control().userPools.updateUser(actor, userPoolId, userId, changes);
    refresh(userPoolId);
    return user;
  },
);

export const deletePoolUser = action(async (actor, input: { userPoolId: string; userId: string }) => {
  await control().userPools.deleteUser(actor, input.userPoolId, input.userId);
  refresh(input.userPoolId);
  return input;
});
