'use client';

import { Field } from '@/components/ui/Field';
import { Input } from '@/components/ui/Input';

interface RateTexts {
  rateLimit: string;
  burstLimit: string;
}

/** The two numbers of a token bucket, as typed; their refusals come under `throttle.rateLimit` and `throttle.burstLimit`. */
export function RateFields(props: {
  value: RateTexts;
  onChange: (change: Partial<RateTexts>) => void;
  errorOf: (field: string) => string | undefined;
}) {
  const { value, onChange, errorOf } = props;
  return (
    <div className="grid max-w-xl gap-4 sm:grid-cols-2">
      <Field label="Rate" help="Calls a second." error={errorOf('throttle.rateLimit')}>
        <Input
          inputMode="decimal"
          value={value.rateLimit}
          onChange={(event) => onChange({ rateLimit: event.target.value })}
        />
      </Field>
      <Field label="Burst" help="How many may come at once." error={errorOf('throttle.burstLimit')}>
        <Input
          inputMode="numeric"
          value={value.burstLimit}
          onChange={(event) => onChange({ burstLimit: event.target.value })}
        />
      </Field>
    </div>
  );
}
