'use client';

import { cn } from '@/components/ui/cn';
import { subscriptionStates } from '@/lib/model/portal';
import { subscriptionStateWords } from './subscriptionStateWords';

/** All or one state, each with how many there are. `value` is empty for all. */
export function StateFilter(props: {
  value: string;
  counts: ReadonlyMap<string, number>;
  total: number;
  onChange: (state: string) => void;
}) {
  const options = [
    { value: '', label: 'All', count: props.total },
    ...subscriptionStates.map((state) => ({
      value: state,
      label: subscriptionStateWords[state].label,
      count: props.counts.get(state) ?? 0,
    })),
  ];
  return (
    <fieldset className="flex max-w-full gap-1 overflow-x-auto">
      <legend className="sr-only">State</legend>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={props.value === option.value}
          onClick={() => props.onChange(option.value)}
          className={cn(
            'h-7 shrink-0 rounded-md px-2 text-muted text-small hover:bg-hover hover:text-ink',
            props.value === option.value && 'bg-selected font-medium text-ink',
          )}
        >
          {option.label} <span className="tabular">{option.count.toLocaleString('en')}</span>
        </button>
      ))}
    </fieldset>
  );
}
