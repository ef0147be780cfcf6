import { notFound } from 'next/navigation';
import { cache } from 'react';
import { canEdit } from '@/app/console/canEdit';
import { requireConsole } from '@/app/currentActor';
import { isControlError } from '@/lib/model/ControlError';
import { control } from '@/lib/runtime/slot';

/** A function, or one version of it, with the actor who asks; read once a request. The not-found page when there is none. */
export const findFunction = cache(async (functionName: string, qualifier?: string) => {
  const actor = await requireConsole();
  try {
    const found = await control().functions.get(actor, functionName, qualifier);
    return { actor, found, editable: canEdit(actor) };
  } catch (error) {
    if (isControlError(error) && error.code === 'NotFoundException') notFound();
    throw error;
  }
});
