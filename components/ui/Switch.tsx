'use client';
import { Switch as Radix } from 'radix-ui';
import type { ComponentProps } from 'react';
import { cn } from './cn';
import { useField } from './Field';

/** On or off, in force at once or with the form; in an inline Field, or with an aria-label. */
export function Switch({ className, ...rest }: ComponentProps<typeof Radix.Root>) {
  const { required: _, ...field } = useField();
  return (
    <Radix.Root
      {...field}
      {...rest}
      className={cn(
        'relative h-5 w-9 shrink-0 rounded-full border border-field bg-hover transition-colors disabled:cursor-not-allowed disabled:opacity-55 data-[state=checked]:border-accent data-[state=checked]:bg-accent',
        className,
      )}
    >
      <Radix.Thumb className="block size-3.5 translate-x-0.5 rounded-full bg-field transition-transform data-[state=checked]:translate-x-[18px] data-[state=checked]:bg-on-accent" />
    </Radix.Root>
  );
}
