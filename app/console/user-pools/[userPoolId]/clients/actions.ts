'use server';

import { revalidatePath } from 'next/cache';
import { action } from '@/app/action';
import type { UserPoolClientInput } from '@/lib/model/userPool';
import { control } from '@/lib/runtime/slot';

const refresh = (userPoolId: string) => revalidatePath(`/console/user-pools/${userPoolId}`, 'layout');

/** The answer has the secret, this once. */
export const createPoolClient = action(
  async (actor, { userPoolId, input }: { userPoolId: string; input: UserPoolClientInput }) => {
    const client = await control().userPools.createClient(actor, userPoolId, input);
    refresh(userPoolId);
    return client;
  },
);

export const updatePoolClient = action(
  async (
    actor,
    { userPoolId, clientId, input }: { userPoolId: string; clientId: string; input: UserPoolClientInput },
  ) => {
    const client = await control().userPools.updateClient(actor, userPoolId, clientId, input);
    refresh(userPoolId);
    return client;
  },
);

/** The page of a client that is gone must not be rendered again: its button leads away and refreshes there. */
export const deletePoolClient = action(async (actor, input: { userPoolId: string; clientId: string }) => {
  await control().userPools.deleteClient(actor, input.userPoolId, input.clientId);
  return input;
});
