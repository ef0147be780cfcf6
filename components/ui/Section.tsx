import type { ReactNode } from 'react';
import { cn } from './cn';

/** A titled part of a page, told from the next by a hairline instead of a card. */
export function Section(props: {
  title: string;
  description?: ReactNode;
  actions?: ReactNode;
  className?: string;
  children: ReactNode;
}) {
  const id = `section-${props.title.toLowerCase().replace(/\W+/g, '-')}`;
  return (
    <section
      aria-labelledby={id}
      className={cn('border-t py-5 first:border-t-0 first:pt-0', props.className)}
    >
      <div className="mb-3 flex flex-wrap items-start justify-between gap-2">
        <div className="min-w-0">
          <h2 id={id} className="font-semibold">
            {props.title}
          </h2>
          {props.description && <p className="max-w-2xl text-muted">{props.description}</p>}
        </div>
        {props.actions}
      </div>
      {props.children}
    </section>
  );
}
