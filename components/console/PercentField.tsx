'use client';

import { useId } from 'react';
import { Input } from '@/components/ui/Input';

/** The share of the calls, by slider and by number: the same value twice. */
export function PercentField(props: {
  value: string;
  disabled?: boolean;
  error: string | undefined;
  label?: string;
  onChange: (value: string) => void;
}) {
  const id = useId();
  const { value, disabled, error, label = 'Share of the calls' } = props;
  const errorId = error ? `${id}-error` : undefined;
  return (
    <div className="grid max-w-xl gap-1">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      <div className="flex items-center gap-3">
        <input
          type="range"
          aria-label={`${label}, as a slider`}
          min={0}
          max={100}
          step={1}
          value={Number(value) || 0}
          disabled={disabled}
          onChange={(event) => props.onChange(event.target.value)}
          className="min-w-0 flex-1 accent-accent"
        />
        <Input
          id={id}
          inputMode="decimal"
          value={value}
          readOnly={disabled}
          aria-invalid={Boolean(error)}
          aria-describedby={errorId}
          onChange={(event) => props.onChange(event.target.value)}
          className="w-20 text-right"
        />
        <span className="text-muted">%</span>
      </div>
      {error && (
        <p id={errorId} role="alert" className="text-danger text-small">
          {error}
        </p>
      )}
    </div>
  );
}
