'use client';

import { Search } from 'lucide-react';
import { type KeyboardEvent, useEffect } from 'react';
import { Input } from '@/components/ui/Input';
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
    if (event.key === 'ArrowDown') onDown();
    else if (event.key === 'Escape' && value !== '') onChange('');
    else return;
    event.preventDefault();
  };
  return (
    <div className="relative m-2">
      <Search className="absolute top-1/2 left-2.5 size-3.5 -translate-y-1/2 text-muted" aria-hidden />
      <Input
        type="search"
        aria-label="Filter resources"
        placeholder="Filter by path, verb or operation"
        className="pl-8"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}
