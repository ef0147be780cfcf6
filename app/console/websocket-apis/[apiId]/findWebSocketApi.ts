import { notFound } from 'next/navigation';
import { cache } from 'react';
import { requireConsole } from '@/app/currentActor';
import { isControlError } from '@/lib/model/ControlError';
import { control } from '@/lib/runtime/slot';

/** The WebSocket API of the address with the actor who asks, read once a request; not-found when there is none. */
export const findWebSocketApi = cache(async (apiId: string) => {
  const actor = await requireConsole();
  const api = await control()
    .apis.get(actor, apiId)
    .catch((error: unknown) => {
      if (isControlError(error) && error.code === 'NotFoundException') return null;
      throw error;
    });
  if (api?.protocolType !== 'WEBSOCKET') notFound();
  return { actor, api };
});
