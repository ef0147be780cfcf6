import type { ReactNode } from 'react';
import { cn } from './cn';

/** A part of a page under its heading: a hairline above, no card. */
export function Section(props: {
  title: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  className?: string;
}) {
  return (
    <section
      className={cn(
        'grid grid-cols-[minmax(0,1fr)] gap-3 border-t pt-4 first:border-t-0 first:pt-0',
        props.className,
      )}
    >
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className={cn('min-w-0 flex-1', props.description && 'basis-64')}>
          <h2 className="font-semibold">{props.title}</h2>
          {props.description && <p className="max-w-[80ch] text-muted">{props.description}</p>}
        </div>
        {props.actions && <div className="flex flex-wrap items-center gap-2">{props.actions}</div>}
      </div>
      {props.children}
    </section>
  );
}
