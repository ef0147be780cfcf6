import { notFound } from 'next/navigation';
import { cache } from 'react';
import { requireConsole } from '@/app/currentActor';
import { isControlError } from '@/lib/model/ControlError';
import { control } from '@/lib/runtime/slot';

/** The name of the address with the actor who asks, read once a request; the not-found page when there is none. */
export const findDomainName = cache(async (encoded: string) => {
  const actor = await requireConsole();
  try {
    return { actor, domainName: await control().domainNames.get(actor, decodeURIComponent(encoded)) };
  } catch (error) {
    if (isControlError(error) && error.code === 'NotFoundException') notFound();
    throw error;
  }
});
