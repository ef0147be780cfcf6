import type { ReactNode } from 'react';
import { cn } from './cn';

/** One figure with its name, and a note below: unit, share, forecast. Put several into a grid `<dl>`. */
export function Stat(props: {
  label: ReactNode;
  value: ReactNode;
  note?: ReactNode;
  tone?: 'danger' | 'warning' | 'success';
}) {
  const colour =
    props.tone && { danger: 'text-danger', warning: 'text-warning', success: 'text-success' }[props.tone];
  return (
    <div className="min-w-0">
      <dt className="text-muted text-small">{props.label}</dt>
      <dd className={cn('tabular truncate font-semibold text-[22px] leading-8', colour)}>{props.value}</dd>
      {props.note && <dd className="text-muted text-small">{props.note}</dd>}
    </div>
  );
}
