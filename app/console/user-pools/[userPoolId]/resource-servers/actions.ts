'use server';

import { revalidatePath } from 'next/cache';
import { action } from '@/app/action';
import type { ResourceServer } from '@/lib/model/userPool';
import { control } from '@/lib/runtime/slot';

/** Replaces the pool's resource servers. */
export const putResourceServers = action(
  async (actor, input: { userPoolId: string; servers: ResourceServer[] }) => {
    const servers = await control().userPools.putResourceServers(actor, input.userPoolId, input.servers);
    revalidatePath(`/console/user-pools/${input.userPoolId}`, 'layout');
    return servers;
  },
);
