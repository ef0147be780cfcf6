import { redirect } from 'next/navigation';
import { getServerSession } from 'next-auth';
import { cache } from 'react';
import { authOptions } from '@/lib/auth/authOptions';
import { type Actor, consoleRoles, type User } from '@/lib/model/role';
import { control } from '@/lib/runtime/slot';

/** The signed-in account of this request, or null; asked once a request. */
export const currentUser = cache(async (): Promise<User | null> => {
  const session = await getServerSession(authOptions(control(), process.env));
  return session?.account ?? null;
});

/** Who acts in this request. */
export async function currentActor(): Promise<Actor> {
  const user = await currentUser();
  return user ? { kind: 'user', userId: user.id, email: user.email, role: user.role } : { kind: 'visitor' };
}

/** For console pages: sends everybody without a console role to the sign-in page. The operations check again. */
export async function requireConsole(): Promise<Actor> {
  const actor = await currentActor();
  const allowed = actor.kind === 'user' && consoleRoles.some((role) => role === actor.role);
  if (!allowed) redirect('/console/sign-in');
  return actor;
}

/** For portal pages of signed-in developers. */
export async function requireUser(returnTo: string): Promise<Actor> {
  const actor = await currentActor();
  if (actor.kind !== 'user') redirect(`/sign-in?next=${encodeURIComponent(returnTo)}`);
  return actor;
}
