'use client';

import { useEffect, useRef } from 'react';

/** Ctrl-Enter or Cmd-Enter runs, anywhere on the page and before editors see it; not bound unless `on`. */
export function useRunShortcut(run: () => void, on: boolean) {
  const now = useRef(run);
  now.current = run;
  useEffect(() => {
    if (!on) return;
    const listen = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key !== 'Enter') return;
      event.preventDefault();
      event.stopPropagation();
      now.current();
    };
    window.addEventListener('keydown', listen, true);
    return () => window.removeEventListener('keydown', listen, true);
  }, [on]);
}
