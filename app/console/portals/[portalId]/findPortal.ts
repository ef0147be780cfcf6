import { notFound } from 'next/navigation';
import { cache } from 'react';
import { canEdit } from '@/app/console/canEdit';
import { requireConsole } from '@/app/currentActor';
import { isControlError } from '@/lib/model/ControlError';
import { control } from '@/lib/runtime/slot';

/** The portal of the address with the actor who asks, read once a request; the not-found page when there is none. */
export const findPortal = cache(async (portalId: string) => {
  const actor = await requireConsole();
  try {
    const portal = await control().portals.get(actor, portalId);
    return { actor, portal, editable: canEdit(actor) };
  } catch (error) {
    if (isControlError(error) && error.code === 'NotFoundException') notFound();
    throw error;
  }
});
