'use client';

import { useEffect, useState } from 'react';
import type { NamedPlace } from './places';

/** What has a name and a page of its own, read each time `open` becomes true; those of the last time until then. */
export function useNamedPlaces(open: boolean, read: () => Promise<NamedPlace[]>): NamedPlace[] {
  const [places, setPlaces] = useState<NamedPlace[]>([]);
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
