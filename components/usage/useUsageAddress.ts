'use client';

import { usePathname, useSearchParams } from 'next/navigation';

/** The dashboard's address, and a change of several parameters at once; an empty value takes one away. */
export function useUsageAddress() {
  const address = useSearchParams();
  const pathname = usePathname();
  const change = (changes: Record<string, string>) => {
    const next = new URLSearchParams(window.location.search);
    for (const [name, value] of Object.entries(changes)) {
      if (value === '') next.delete(name);
      else next.set(name, value);
    }
    window.history.pushState(null, '', next.size > 0 ? `${pathname}?${next}` : pathname);
  };
  return { address: new URLSearchParams(address), change };
}
