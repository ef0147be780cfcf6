import { notFound } from 'next/navigation';
import { cache } from 'react';
import { requireConsole } from '@/app/currentActor';
import { isControlError } from '@/lib/model/ControlError';
import { control } from '@/lib/runtime/slot';

/** The link of the address with the actor who asks, read once a request; the not-found page when there is none. */
export const findVpcLink = cache(async (vpcLinkId: string) => {
  const actor = await requireConsole();
  try {
    return { actor, link: await control().vpcLinks.get(actor, vpcLinkId) };
  } catch (error) {
    if (isControlError(error) && error.code === 'NotFoundException') notFound();
    throw error;
  }
});
