'use client';
import { type ComponentProps, type ReactNode, useId } from 'react';
import { cn } from './cn';
import { useField } from './Field';

/** With `label` it stands alone; without, put it into an inline Field or give it an aria-label. */
export function Checkbox({
  label,
  className,
  ...rest
}: Omit<ComponentProps<'input'>, 'type'> & { label?: ReactNode }) {
  const field = useField();
  const id = useId();
  const box = (
    <input
      {...(label ? { id } : field)}
      {...rest}
      type="checkbox"
      className={cn('size-4 shrink-0 accent-accent disabled:cursor-not-allowed', className)}
    />
  );
  if (!label) return box;
  return (
    <label htmlFor={id} className="inline-flex items-center gap-2">
      {box}
      <span>{label}</span>
    </label>
  );
}
