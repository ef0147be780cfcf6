'use client';

import type { ReactNode } from 'react';
import { Field } from '@/components/ui/Field';
import { Input } from '@/components/ui/Input';
import type { LimitTexts } from './stageDraft';

/** One token bucket: whose it is, rate and burst. */
export function LimitFields(props: {
  label: string;
  /** where refusals name it */
  path: string;
  value: LimitTexts;
  onChange: (value: LimitTexts) => void;
  errorOf: (field: string) => string | undefined;
  readOnly: boolean;
  /** a button behind */
  children?: ReactNode;
}) {
  const { label, path, value, onChange, errorOf, readOnly } = props;
  const rateError = errorOf(`${path}.throttlingRateLimit`);
  const burstError = errorOf(`${path}.throttlingBurstLimit`);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto] items-end gap-2 sm:grid-cols-[10rem_8rem_8rem_auto] sm:justify-start">
      <span className="min-w-0 truncate font-mono text-small leading-9 max-sm:col-span-3" title={label}>
        {label}
      </span>
      <Field label="Rate" {...(rateError && { error: rateError })}>
        <Input
          inputMode="decimal"
          value={value.rate}
          readOnly={readOnly}
          onChange={({ target }) => onChange({ ...value, rate: target.value })}
        />
      </Field>
      <Field label="Burst" {...(burstError && { error: burstError })}>
        <Input
          inputMode="numeric"
          value={value.burst}
          readOnly={readOnly}
          onChange={({ target }) => onChange({ ...value, burst: target.value })}
        />
      </Field>
      {props.children}
    </div>
  );
}
