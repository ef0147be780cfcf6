import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { ConsoleFrame } from '@/components/console/ConsoleFrame';
import type { ApiPlace } from '@/components/console/places';
import { control } from '@/lib/runtime/slot';
import { requireConsole } from '../currentActor';
import { readNamedPlaces } from './readNamedPlaces';

export const metadata: Metadata = { title: { default: 'Console', template: '%s · Gatehouse' } };

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const actor = await requireConsole();
  const [restApis, apis] = await Promise.all([control().restApis.list(actor), control().apis.list(actor)]);
  const places: ApiPlace[] = [
    ...restApis.map(({ id, name }) => ({ id, name, kind: 'REST' as const })),
    ...apis.map(({ apiId, name, protocolType }) => ({ id: apiId, name, kind: protocolType })),
  ];
  const who = actor.kind === 'user' ? { email: actor.email, role: actor.role } : { email: '', role: '' };
  return (
    <ConsoleFrame {...who} apis={places} readNamed={readNamedPlaces}>
      {children}
    </ConsoleFrame>
  );
}
