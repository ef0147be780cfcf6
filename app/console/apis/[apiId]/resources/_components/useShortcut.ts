'use client';

import { useEffect, useRef } from 'react';

/** Ctrl or Cmd with `key`, anywhere on the page, before editors see it. `on` false: not bound. */
export function useShortcut(key: string, run: () => void, on = true) {
  const now = useRef(run);
  now.current = run;
  useEffect(() => {
    if (!on) return;
    const listen = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== key.toLowerCase()) return;
      event.preventDefault();
      event.stopPropagation();
      now.current();
    };
    window.addEventListener('keydown', listen, true);
    return () => window.removeEventListener('keydown', listen, true);
  }, [key, on]);
}
