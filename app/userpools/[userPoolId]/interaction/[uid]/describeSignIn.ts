import { headers } from 'next/headers';
import { sourceIpHeader } from '@/lib/auth/authOptions';
import type { InteractionAt } from '@/lib/auth/userPools/HostedPages';
import { hostedPages } from '@/lib/runtime/slot';

export interface SignInPlace {
  userPoolId: string;
  uid: string;
}

/** A sign-in by its address and by the cookies of the browser that asks. */
export async function interactionAt({ userPoolId, uid }: SignInPlace): Promise<InteractionAt> {
  const sent = await headers();
  return {
    userPoolId: String(userPoolId),
    uid: String(uid),
    cookie: sent.get('cookie') ?? '',
    sourceIp: sent.get(sourceIpHeader) ?? 'unknown',
  };
}

export async function describeSignIn(params: Promise<SignInPlace>) {
  const { userPoolId, uid } = await params;
  const place = { userPoolId, uid };
  return { place, shown: await hostedPages().describe(await interactionAt(place)) };
}
