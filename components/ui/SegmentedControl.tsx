'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import { cn } from './cn';

/** A choice among a few views of the same thing. */
export function SegmentedControl<Value extends string>(props: {
  label: string;
  options: readonly { value: Value; label: ReactNode }[];
  value: Value;
  onChange: (value: Value) => void;
  /** takes the focus when it appears: in a drawer, where it would else go to the close button */
  takesFocus?: boolean;
}) {
  const first = useRef<HTMLButtonElement>(null);
  const { takesFocus } = props;
  useEffect(() => {
    if (takesFocus) first.current?.focus();
  }, [takesFocus]);
  return (
    <fieldset className="inline-flex rounded-md border border-line-strong p-0.5">
      <legend className="sr-only">{props.label}</legend>
      {props.options.map(({ value, label }, index) => (
        <button
          key={value}
          ref={index === 0 ? first : undefined}
          type="button"
          aria-pressed={value === props.value}
          onClick={() => props.onChange(value)}
          className={cn(
            'h-6 rounded-[4px] px-2.5 text-small',
            value === props.value ? 'bg-selected font-medium text-accent-ink' : 'text-muted hover:text-ink',
          )}
        >
          {label}
        </button>
      ))}
    </fieldset>
  );
}
