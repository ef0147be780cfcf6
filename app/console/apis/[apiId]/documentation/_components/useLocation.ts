'use client';

import { useSearchParams } from 'next/navigation';
import { useCallback, useMemo } from 'react';
import { type DocumentationPartLocation, documentationLocationInput } from '@/lib/model/documentation';

const fields = ['type', 'path', 'method', 'statusCode', 'name'] as const;
const api: DocumentationPartLocation = { type: 'API' };

/** The chosen location, which lives in the address: `?type=METHOD&path=/pets&method=GET`. */
export function useLocation() {
  const params = useSearchParams();
  const given = params.toString();
  const location = useMemo(() => locationIn(new URLSearchParams(given)), [given]);
  const choose = useCallback((next: DocumentationPartLocation) => {
    const query = new URLSearchParams(window.location.search);
    for (const field of fields) {
      const value = next[field];
      if (value === undefined) query.delete(field);
      else query.set(field, value);
    }
    // Only the address: the page has everything, so no request goes to the server.
    window.history.pushState(null, '', `?${query}`);
  }, []);
  return { location, choose };
}

/** The API's own where the address names none, or one that is none. */
export function locationIn(params: URLSearchParams): DocumentationPartLocation {
  const entries = fields.flatMap((field) => {
    const value = params.get(field);
    return value === null ? [] : [[field, value]];
  });
  const read = documentationLocationInput.safeParse(Object.fromEntries(entries));
  return read.success ? read.data : api;
}
