import { cva, type VariantProps } from 'class-variance-authority';
import { LoaderCircle } from 'lucide-react';
import { Slot } from 'radix-ui';
import type { ComponentProps } from 'react';
import { cn } from './cn';

export const buttonClass = cva(
  'inline-flex shrink-0 items-center justify-center gap-1.5 whitespace-nowrap rounded-md border font-medium text-body transition-colors duration-100 disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-not-allowed aria-disabled:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0',
  {
    variants: {
      variant: {
        primary: 'border-transparent bg-accent text-on-accent hover:bg-accent-hover',
        secondary: 'border-line-strong bg-canvas text-ink hover:bg-hover',
        ghost: 'border-transparent bg-transparent text-ink hover:bg-hover',
        danger: 'border-danger/50 bg-canvas text-danger hover:bg-danger-fill',
      },
      size: { md: 'h-control px-3', sm: 'h-7 px-2 text-small', icon: 'size-control' },
    },
    defaultVariants: { variant: 'secondary', size: 'md' },
  },
);

export type ButtonProps = ComponentProps<'button'> &
  VariantProps<typeof buttonClass> & {
    /** the child (a Link, an anchor) gets the looks */
    asChild?: boolean;
    /** work under way: disabled, with a spinner */
    busy?: boolean;
  };

/** One primary button a view; `secondary` is the default. */
export function Button({ variant, size, asChild, busy, className, children, ...rest }: ButtonProps) {
  const classes = cn(buttonClass({ variant, size }), className);
  if (asChild)
    return (
      <Slot.Root className={classes} {...rest}>
        {children}
      </Slot.Root>
    );
  return (
    <button type="button" {...rest} disabled={rest.disabled || busy} aria-busy={busy} className={classes}>
      {busy && <LoaderCircle className="animate-spin" aria-hidden />}
      {children}
    </button>
  );
}
