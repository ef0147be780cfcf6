'use client';

import { useEffect, useState } from 'react';
import type { PortalPlace } from './places';

/** Portals and products, read each time `open` becomes true; those of the last time until then. */
export function usePortalPlaces(open: boolean, read: () => Promise<PortalPlace[]>): PortalPlace[] {
  const [places, setPlaces] = useState<PortalPlace[]>([]);
  useEffect(() => {
    if (!open) return;
    let current = true;
    void read().then(
      (found) => current && setPlaces(found),
      // Without an answer the palette still has everything else.
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [open, read]);
  return places;
}
