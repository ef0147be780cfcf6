'use client';
import { usePathname, useSearchParams } from 'next/navigation';
import { useCallback, useEffect, useState } from 'react';
import { Echoes } from './Echoes';

/**
 * A piece of view state that lives in the address (`?key=value`), without a trip to the server.
 * The empty string and the fallback take the parameter away. `push` makes Back undo the change.
 */
export function useUrlState(
  key: string,
  fallback = '',
  options: { push?: boolean } = {},
): [string, (value: string) => void] {
  const pathname = usePathname();
  const inAddress = useSearchParams().get(key) ?? fallback;
  const [value, setValue] = useState(inAddress);
  const [echoes] = useState(() => new Echoes());
  const { push } = options;
  useEffect(() => {
    if (!echoes.take(inAddress)) setValue(inAddress);
  }, [inAddress, echoes]);
  const set = useCallback(
    (next: string) => {
      echoes.expect(next);
      setValue(next);
      const url = addressWith(pathname, key, next === fallback ? '' : next);
      if (push) window.history.pushState(null, '', url);
      else window.history.replaceState(null, '', url);
    },
    [key, fallback, pathname, push, echoes],
  );
  return [value, set];
}

function addressWith(pathname: string, key: string, value: string): string {
  const params = new URLSearchParams(window.location.search);
  if (value) params.set(key, value);
  else params.delete(key);
  const query = params.toString();
  return query ? `${pathname}?${query}` : pathname;
}
