'use client';
import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { cn } from './cn';
import { useField } from './Field';
import { controlClass } from './Input';

export interface SelectOption {
  value: string;
  label: string;
  disabled?: boolean;
}

/** The browser's own select: keyboard, type-ahead and a phone's picker come with it. */
export function Select({
  options,
  className,
  ...rest
}: ComponentProps<'select'> & { options: readonly SelectOption[] }) {
  return (
    <div className={cn('relative', className)}>
      <select
        {...useField()}
        {...rest}
        className={cn(controlClass, 'h-control appearance-none truncate pr-8 pl-2.5')}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown
        className="pointer-events-none absolute top-1/2 right-2.5 size-4 -translate-y-1/2 text-muted"
        aria-hidden
      />
    </div>
  );
}
