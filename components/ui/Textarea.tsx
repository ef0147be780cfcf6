'use client';
import type { ComponentProps } from 'react';
import { cn } from './cn';
import { useField } from './Field';
import { controlClass } from './Input';

/** Text of several lines; code belongs into CodeEditor. */
export function Textarea({ className, mono, ...rest }: ComponentProps<'textarea'> & { mono?: boolean }) {
  return (
    <textarea
      rows={3}
      {...useField()}
      {...rest}
      className={cn(controlClass, 'px-2.5 py-1.5 read-only:bg-panel', mono && 'font-mono', className)}
    />
  );
}
