'use server';

import { currentActor } from '@/app/currentActor';
import type { PortalPlace } from '@/components/console/places';
import { control } from '@/lib/runtime/slot';

/** Every portal and portal product, for the palette. */
export async function readPortalPlaces(): Promise<PortalPlace[]> {
  const actor = await currentActor();
  const [portals, products] = await Promise.all([
    control().portals.list(actor),
    control().portals.products.list(actor),
  ]);
  return [
    ...portals.map(({ portalId, portalContent }) => ({
      kind: 'portal' as const,
      id: portalId,
      name: portalContent.displayName,
    })),
    ...products.map(({ portalProductId, displayName }) => ({
      kind: 'product' as const,
      id: portalProductId,
      name: displayName,
    })),
  ];
}
