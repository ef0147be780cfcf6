import { notFound } from 'next/navigation';
import { cache } from 'react';
import { requireConsole } from '@/app/currentActor';
import { isControlError } from '@/lib/model/ControlError';
import { control } from '@/lib/runtime/slot';

/** The HTTP API of the address with the actor who asks, read once a request; the not-found page when there is none. */
export const findHttpApi = cache(async (apiId: string) => {
  const actor = await requireConsole();
  try {
    const api = await control().apis.get(actor, apiId);
    if (api.protocolType !== 'HTTP') notFound();
    return { actor, api };
  } catch (error) {
    if (isControlError(error) && error.code === 'NotFoundException') notFound();
    throw error;
  }
});
