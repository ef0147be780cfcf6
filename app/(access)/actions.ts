'use server';

import { headers } from 'next/headers';
import { action } from '@/app/action';
import { sourceIpHeader } from '@/lib/auth/authOptions';
import { control } from '@/lib/runtime/slot';

export const createFirstAdministrator = action(
  async (_actor, input: { token: string; email: string; name: string; password: string }) => {
    const user = await control().users.createFirstAdministrator(input);
    return { email: user.email };
  },
);

export const signUp = action(async (_actor, input: { email: string; name: string; password: string }) => {
  const sourceIp = (await headers()).get(sourceIpHeader) ?? 'unknown';
  const user = await control().users.signUp({ ...input, sourceIp });
  return { email: user.email };
});
