'use client';

import { RateFields } from '@/components/console/RateFields';
import { Field } from '@/components/ui/Field';
import { Input } from '@/components/ui/Input';
import { Section } from '@/components/ui/Section';
import { Select } from '@/components/ui/Select';
import { Switch } from '@/components/ui/Switch';
import type { PlanPartProps } from './UsagePlanForm';

const periodOptions = [
  { value: 'DAY', label: 'A day' },
  { value: 'WEEK', label: 'A week' },
  { value: 'MONTH', label: 'A month' },
];

/** Throttle and quota of each key; both may be absent. */
export function LimitFields(props: PlanPartProps) {
  const { draft, set } = props;
  return (
    <>
      <Section title="Throttling" description="Each key's own token bucket; above it the caller gets 429.">
        <Field label="Limit the rate" inline>
          <Switch checked={draft.throttled} onCheckedChange={(throttled) => set({ throttled })} />
        </Field>
        {draft.throttled && <RateFields value={draft} onChange={set} errorOf={props.errorOf} />}
      </Section>
      <Section
        title="Quota"
        description="How many calls each key has in a period; periods begin at 0:00 UTC."
      >
        <Field label="Limit the number of calls" inline>
          <Switch checked={draft.limited} onCheckedChange={(limited) => set({ limited })} />
        </Field>
        {draft.limited && <QuotaFields {...props} />}
      </Section>
    </>
  );
}

function QuotaFields({ draft, set, errorOf }: PlanPartProps) {
  return (
    <div className="grid max-w-2xl gap-4 sm:grid-cols-3">
      <Field label="Calls" error={errorOf('quota.limit')}>
        <Input
          inputMode="numeric"
          value={draft.limit}
          onChange={(event) => set({ limit: event.target.value })}
        />
      </Field>
      <Field label="Period" error={errorOf('quota.period')}>
        <Select
          value={draft.period}
          onChange={(event) => set({ period: event.target.value })}
          options={periodOptions}
        />
      </Field>
      <Field label="Offset" help="Taken off a key's first period." error={errorOf('quota.offset')}>
        <Input
          inputMode="numeric"
          value={draft.offset}
          onChange={(event) => set({ offset: event.target.value })}
        />
      </Field>
    </div>
  );
}
