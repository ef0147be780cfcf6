'use client';

import type { ComponentProps, MouseEvent } from 'react';
import { type PlaceChange, usePlace } from './usePlace';

/** A link inside the tab: a plain click changes only the address, other clicks open it as any link. */
export function PlaceLink({ to, ...rest }: ComponentProps<'a'> & { to: PlaceChange }) {
  const { go, hrefOf } = usePlace();
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(to);
  };
  return <a {...rest} href={hrefOf(to)} onClick={follow} />;
}
