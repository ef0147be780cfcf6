import type { ReactNode } from 'react';

/** A page's title, one line about it, and its actions on the right. */
export function PageHeader(props: { title: ReactNode; description?: ReactNode; actions?: ReactNode }) {
  return (
    <header className="mb-5 flex flex-wrap items-start justify-between gap-3">
      <div className="min-w-0">
        <h1 className="break-words font-semibold text-[18px] leading-6 tracking-tight">{props.title}</h1>
        {props.description && <p className="mt-1 max-w-2xl text-muted">{props.description}</p>}
      </div>
      {props.actions && <div className="flex flex-wrap items-center gap-2">{props.actions}</div>}
    </header>
  );
}
