'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { Draft } from './Draft';
import { examples } from './examples';
import { encodeState, longestLink, readHash } from './sharedState';

const settleMs = 400;
const [{ draft: first }] = examples;

export interface PlaygroundState {
  /** null until the address is read */
  draft: Draft | null;
  change: (part: Partial<Draft>) => void;
  /** a link that could not be read */
  unreadable: boolean;
  /** characters of the state's link when there are too many, else 0 */
  tooLarge: number;
}

/** The draft, kept in the address's hash: a reload, a bookmark and a sent link bring it back. */
export function usePlaygroundState(): PlaygroundState {
  const [draft, setDraft] = useState<Draft | null>(null);
  const [unreadable, setUnreadable] = useState(false);
  const [tooLarge, setTooLarge] = useState(0);
  const written = useRef('');

  useEffect(() => {
    const read = async () => {
      if (written.current !== '' && window.location.hash === written.current) return;
      const found = await readHash(window.location.hash, first);
      setUnreadable(found === 'unreadable');
      setDraft((before) => (typeof found === 'string' ? (before ?? first) : found));
    };
    void read();
    window.addEventListener('hashchange', read);
    return () => window.removeEventListener('hashchange', read);
  }, []);

  useEffect(() => {
    if (!draft || draft === first) return;
    let current = true;
    const timer = setTimeout(async () => {
      const state = await encodeState(draft);
      if (!current) return;
      const fits = state !== undefined && state.length <= longestLink;
      setTooLarge(fits ? 0 : (state?.length ?? draft.body.length));
      written.current = fits ? `#state=${state}` : '';
      window.history.replaceState(null, '', window.location.pathname + written.current);
    }, settleMs);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [draft]);

  const change = useCallback((part: Partial<Draft>) => {
    setUnreadable(false);
    setDraft((before) => before && { ...before, ...part });
  }, []);
  return { draft, change, unreadable, tooLarge };
}
