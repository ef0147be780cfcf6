import { notFound } from 'next/navigation';
import { cache } from 'react';
import { isAdministrator } from '@/app/console/canEdit';
import { requireConsole } from '@/app/currentActor';
import { control } from '@/lib/runtime/slot';

/**
 * The user of the address with the actor who asks, read once a request; null for everybody but administrators, the
 * not-found page when there is none.
 */
export const findIamUser = cache(async (encodedName: string) => {
  const actor = await requireConsole();
  if (!isAdministrator(actor)) return null;
  const userName = decodeURIComponent(encodedName);
  const users = await control().identity.users(actor);
  const user = users.find((each) => each.userName === userName);
  return user ? { actor, user } : notFound();
});
