import type { ReactNode } from 'react';
import { cn } from './cn';

/** The page's h1, one line about it, and its buttons. */
export function PageHeader(props: {
  title: ReactNode;
  description?: ReactNode;
  /** ids, badges beside the title */
  meta?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <header className="flex flex-wrap items-start gap-x-4 gap-y-2">
      <div className={cn('min-w-0 flex-1', props.description && 'basis-64')}>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className="min-w-0 break-words font-semibold text-[18px] leading-7">{props.title}</h1>
          {props.meta}
        </div>
        {props.description && <p className="max-w-[80ch] text-muted">{props.description}</p>}
      </div>
      {props.actions && <div className="flex flex-wrap items-center gap-2">{props.actions}</div>}
    </header>
  );
}
