import { cva, type VariantProps } from 'class-variance-authority';
import type { ComponentProps } from 'react';
import { cn } from './cn';

const badgeClass = cva(
  'inline-flex h-5 shrink-0 items-center gap-1 whitespace-nowrap rounded-[4px] border px-1.5 font-medium text-[11px] leading-none [&_svg]:size-3',
  {
    variants: {
      tone: {
        neutral: 'border-line-strong bg-hover text-muted',
        accent: 'border-accent-ink/30 bg-selected text-accent-ink',
        success: 'border-success/30 bg-success-fill text-success',
        warning: 'border-warning/30 bg-warning-fill text-warning',
        danger: 'border-danger/30 bg-danger-fill text-danger',
      },
    },
    defaultVariants: { tone: 'neutral' },
  },
);

/** A state or kind in a word or two; colour never stands alone. */
export function Badge({
  tone,
  className,
  ...rest
}: ComponentProps<'span'> & VariantProps<typeof badgeClass>) {
  return <span {...rest} className={cn(badgeClass({ tone }), className)} />;
}
