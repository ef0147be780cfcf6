'use client';
import type { ComponentProps } from 'react';
import { cn } from './cn';
import { useField } from './Field';

export const controlClass =
  'w-full min-w-0 rounded-md border border-field bg-canvas text-body text-ink transition-colors disabled:cursor-not-allowed disabled:bg-panel disabled:text-muted aria-invalid:border-danger';

/** One-line text; inside a Field it takes its label and error. `mono` for ids, paths, headers. */
export function Input({ className, mono, ...rest }: ComponentProps<'input'> & { mono?: boolean }) {
  return (
    <input
      autoComplete="off"
      {...useField()}
      {...rest}
      className={cn(controlClass, 'h-control px-2.5 read-only:bg-panel', mono && 'font-mono', className)}
    />
  );
}
