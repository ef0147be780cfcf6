'use server';

import { revalidatePath } from 'next/cache';
import { action } from '@/app/action';
import type { Role } from '@/lib/model/role';
import { control } from '@/lib/runtime/slot';

const refresh = () => revalidatePath('/console/users');

export const createUser = action(
  async (actor, input: { email: string; name: string; password: string; role: Role }) => {
    const user = await control().users.create(actor, input);
    refresh();
    return user;
  },
);

export const updateUser = action(
  async (
    actor,
    { userId, ...changes }: { userId: string; role?: Role; disabled?: boolean; password?: string },
  ) => {
    const user = await control().users.update(actor, userId, changes);
    refresh();
    return user;
  },
);

export const deleteUser = action(async (actor, input: { userId: string }) => {
  await control().users.delete(actor, input.userId);
  refresh();
  return input;
});
