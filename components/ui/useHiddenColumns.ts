'use client';
import { useCallback, useEffect, useState } from 'react';

/** Which columns of a table are hidden; remembered in this browser under the table's label. */
export function useHiddenColumns(label: string, columns: readonly { id: string; hidden?: boolean }[]) {
  const key = `gatehouse.columns.${label}`;
  const [hidden, setHidden] = useState(() => columns.filter((column) => column.hidden).map(({ id }) => id));
  useEffect(() => {
    const kept = window.localStorage.getItem(key);
    if (kept !== null) setHidden(kept.split(','));
  }, [key]);
  const toggle = useCallback(
    (id: string) =>
      setHidden((before) => {
        const next = before.includes(id) ? before.filter((each) => each !== id) : [...before, id];
        window.localStorage.setItem(key, next.join(','));
        return next;
      }),
    [key],
  );
  return { isHidden: (id: string) => hidden.includes(id), toggle };
}
