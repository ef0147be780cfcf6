'use client';

import { type KeyboardEvent, useEffect } from 'react';
import { SearchInput } from '@/components/ui/SearchInput';
import { usePlace } from '../usePlace';

/** The filter box; what is typed reaches the address when the typing pauses. */
export function TreeFilter(props: { value: string; onChange: (value: string) => void; onDown: () => void }) {
  const { value, onChange, onDown } = props;
  const { place, go } = usePlace();
  const shown = place.q ?? '';
  useEffect(() => {
    if (value === shown) return;
    const timer = setTimeout(() => go({ q: value }, 'replace'), 250);
    return () => clearTimeout(timer);
  }, [value, shown, go]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    onDown();
  };
  return (
    <search className="block p-2" onKeyDown={onKeyDown}>
      <SearchInput value={value} onChange={onChange} placeholder="Filter resources" />
    </search>
  );
}
