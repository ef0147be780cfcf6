import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { ConsoleFrame } from '@/components/console/ConsoleFrame';
import { control } from '@/lib/runtime/slot';
import { requireConsole } from '../currentActor';

export const metadata: Metadata = { title: { default: 'Console', template: '%s · Gatehouse' } };

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const actor = await requireConsole();
  const apis = await control().restApis.list(actor);
  const who = actor.kind === 'user' ? { email: actor.email, role: actor.role } : { email: '', role: '' };
  return (
    <ConsoleFrame {...who} apis={apis.map(({ id, name }) => ({ id, name }))}>
      {children}
    </ConsoleFrame>
  );
}
