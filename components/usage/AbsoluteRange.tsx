'use client';

import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { Input } from '@/components/ui/Input';
import { type UsageRange, usageRange } from '@/lib/model/usage';
import { useLocalZone } from './useLocalZone';

/** Two times in the browser's zone, which is named; applied together. */
export function AbsoluteRange(props: { range: Partial<UsageRange>; onApply: (range: UsageRange) => void }) {
  const zone = useLocalZone();
  const [error, setError] = useState('');
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const range = usageRange.safeParse({ from: timeOf(form.get('from')), to: timeOf(form.get('to')) });
    setError(range.success ? '' : (range.error.issues[0]?.message ?? ''));
    if (range.success) props.onApply(range.data);
  }
  const { from, to } = props.range;
  // Fresh inputs when the address or the zone changed; typing changes neither.
  const key = `${from} ${to} ${zone.name}`;
  return (
    <form
      key={key}
      onSubmit={submit}
      noValidate
      className="flex w-full flex-wrap items-end gap-2 max-sm:col-span-2"
    >
      <Field label={`From (${zone.name})`} className="w-full sm:w-60">
        <Input type="datetime-local" name="from" defaultValue={inputText(from, zone.local)} />
      </Field>
      <Field label={`To (${zone.name})`} error={error || undefined} className="w-full sm:w-60">
        <Input type="datetime-local" name="to" defaultValue={inputText(to, zone.local)} />
      </Field>
      <Button type="submit">Apply</Button>
    </form>
  );
}

/** `datetime-local` speaks local time without a zone; JavaScript reads it the same way. */
const timeOf = (value: FormDataEntryValue | null) => new Date(String(value)).getTime();

function inputText(time: number | undefined, local: boolean): string {
  if (time === undefined || Number.isNaN(time)) return '';
  const offset = local ? new Date(time).getTimezoneOffset() * 60_000 : 0;
  return new Date(time - offset).toISOString().slice(0, 16);
}
