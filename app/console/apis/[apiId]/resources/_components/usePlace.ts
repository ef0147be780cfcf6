'use client';

import { useSearchParams } from 'next/navigation';
import { useCallback } from 'react';

/** The tab's state that lives in the address: selection, open drawer, filter, dock. */
export interface Place {
  resource?: string;
  method?: string;
  drawer?: string;
  q?: string;
  dock?: string;
}
export type PlaceChange = { [Key in keyof Place]?: string | null };

export function usePlace() {
  const params = useSearchParams();
  const place: Place = Object.fromEntries(params);
  /** `push` for what the back button should undo */
  const go = useCallback((change: PlaceChange, how: 'push' | 'replace' = 'push') => {
    const address = placeHref(new URLSearchParams(window.location.search), change);
    // Only the address: the page has everything, so no request goes to the server.
    window.history[how === 'push' ? 'pushState' : 'replaceState'](null, '', address);
  }, []);
  const hrefOf = (change: PlaceChange) => placeHref(params, change);
  return { place, go, hrefOf };
}

/** The query of a place; `?` alone clears it. */
export function placeHref(current: URLSearchParams, change: PlaceChange): string {
  const next = new URLSearchParams(current);
  for (const [key, value] of Object.entries(change)) {
    if (value) next.set(key, value);
    else next.delete(key);
  }
  return `?${next}`;
}

/** To a resource, or to one of its methods; an open drawer belongs to the place that is left. */
export const toPlace = (resource: string, method: string | null = null): PlaceChange => ({
  resource,
  method,
  drawer: null,
});
