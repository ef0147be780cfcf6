import type { ReactNode } from 'react';

/** One sentence, one button, perhaps one sample. */
export function EmptyState(props: { title: string; children?: ReactNode; actions?: ReactNode }) {
  return (
    <div className="grid justify-items-center gap-3 rounded-md border border-line-strong border-dashed px-6 py-12 text-center">
      <h2 className="font-semibold text-[15px] leading-6">{props.title}</h2>
      {props.children && <p className="max-w-[60ch] text-balance text-muted">{props.children}</p>}
      {props.actions && <div className="flex flex-wrap justify-center gap-2">{props.actions}</div>}
    </div>
  );
}
