import { CircleAlert, Lock, SearchX } from 'lucide-react';
import type { ReactNode } from 'react';

const icons = { error: CircleAlert, denied: Lock, missing: SearchX };

/** The whole view when it cannot be shown: what happened, and what to do. */
export function Notice(props: {
  kind: keyof typeof icons;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  const Icon = icons[props.kind];
  return (
    <div role="alert" className="mx-auto grid max-w-[60ch] justify-items-center gap-3 px-6 py-16 text-center">
      <Icon className="size-6 text-muted" aria-hidden />
      <h1 className="font-semibold text-[15px] leading-6">{props.title}</h1>
      {props.children && <div className="text-muted">{props.children}</div>}
      {props.actions && <div className="flex flex-wrap justify-center gap-2">{props.actions}</div>}
    </div>
  );
}
