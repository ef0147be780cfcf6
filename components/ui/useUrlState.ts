'use client';
import { usePathname, useSearchParams } from 'next/navigation';
import { useCallback } from 'react';

/**
 * A piece of view state that lives in the address (`?key=value`), without a trip to the server.
 * The empty string and the fallback take the parameter away. `push` makes Back undo the change.
 */
export function useUrlState(
  key: string,
  fallback = '',
  options: { push?: boolean } = {},
): [string, (value: string) => void] {
  const params = useSearchParams();
  const pathname = usePathname();
  const { push } = options;
  const set = useCallback(
    (value: string) => {
      const next = new URLSearchParams(window.location.search);
      if (value === '' || value === fallback) next.delete(key);
      else next.set(key, value);
      const query = next.toString();
      const url = query ? `${pathname}?${query}` : pathname;
      if (push) window.history.pushState(null, '', url);
      else window.history.replaceState(null, '', url);
    },
    [key, fallback, pathname, push],
  );
  return [params.get(key) ?? fallback, set];
}
