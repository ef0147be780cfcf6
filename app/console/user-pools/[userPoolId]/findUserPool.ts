import { notFound } from 'next/navigation';
import { cache } from 'react';
import { canEdit, isAdministrator } from '@/app/console/canEdit';
import { requireConsole } from '@/app/currentActor';
import { isControlError } from '@/lib/model/ControlError';
import { control } from '@/lib/runtime/slot';

/** The pool of the address with the actor who asks, read once a request; the not-found page when there is none. */
export const findUserPool = cache(async (userPoolId: string) => {
  const actor = await requireConsole();
  try {
    const [pool, { signInUserPoolId }] = await Promise.all([
      control().userPools.get(actor, userPoolId),
      control().settings.get(actor),
    ]);
    const signsInHere = signInUserPoolId === userPoolId;
    // Whoever changes the people of that pool could become any of them, so the operations ask for administrators.
    return { actor, pool, signsInHere, editable: signsInHere ? isAdministrator(actor) : canEdit(actor) };
  } catch (error) {
    if (isControlError(error) && error.code === 'NotFoundException') notFound();
    throw error;
  }
});
