'use client';
import { Progress as Radix } from 'radix-ui';
import { cn } from './cn';

/** A bar from 0 to `max` with its words; without `value` it says that work is under way. */
export function Progress(props: {
  label: string;
  value?: number;
  max?: number;
  tone?: 'danger' | 'warning';
  hideLabel?: boolean;
}) {
  const max = props.max ?? 100;
  const share = props.value === undefined ? null : Math.min(100, (props.value / max) * 100);
  const fill = props.tone ? { danger: 'bg-danger', warning: 'bg-warning' }[props.tone] : 'bg-accent';
  return (
    <div className="grid gap-1">
      {!props.hideLabel && (
        <span className="text-muted text-small" role="status">
          {props.label}
        </span>
      )}
      <Radix.Root
        aria-label={props.label}
        value={share}
        max={100}
        className="h-1.5 overflow-hidden rounded-full bg-line"
      >
        <Radix.Indicator
          className={cn('h-full rounded-full', fill, share === null && 'w-1/3 animate-skeleton')}
          style={share === null ? undefined : { width: `${share}%` }}
        />
      </Radix.Root>
    </div>
  );
}
