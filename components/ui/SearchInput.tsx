'use client';
import { Search, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { cn } from './cn';
import { controlClass } from './Input';

/** A filter box; `/` anywhere outside a text focuses it, Escape empties it. */
export function SearchInput(props: {
  value: string;
  onChange: (value: string) => void;
  placeholder: string;
  className?: string;
}) {
  const input = useRef<HTMLInputElement>(null);
  useSlashKey(() => input.current?.focus());
  return (
    <div className={cn('relative', props.className)}>
      <Search
        className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-muted"
        aria-hidden
      />
      <input
        ref={input}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && props.onChange('')}
        placeholder={props.placeholder}
        aria-label={props.placeholder}
        autoComplete="off"
        spellCheck={false}
        className={cn(controlClass, 'h-control pr-8 pl-8')}
      />
      {props.value && (
        <button
          type="button"
          aria-label="Clear search"
          onClick={() => props.onChange('')}
          className="absolute top-1/2 right-1.5 -translate-y-1/2 rounded p-1 text-muted hover:text-ink"
        >
          <X className="size-3.5" aria-hidden />
        </button>
      )}
    </div>
  );
}

function useSlashKey(focus: () => void) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof HTMLElement &&
        (event.target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName));
      if (event.key !== '/' || typing || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      focus();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [focus]);
}
