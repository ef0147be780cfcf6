'use client';

import { Field } from '@/components/ui/Field';
import { Select } from '@/components/ui/Select';
import type { UsageRange } from '@/lib/model/usage';
import { endsNow, isAbsolute, usageRangeOf, usageRanges } from '@/lib/queries/usageRange';
import { AbsoluteRange } from './AbsoluteRange';
import { Live } from './Live';

const absolute = 'absolute';

/**
 * A range that ends now, or two times. `shown` is what the figures on the page span: where two times start from.
 * @param props.search from usageSearch
 */
export function RangePicker(props: {
  search: URLSearchParams;
  shown: UsageRange | undefined;
  onChange: (changes: Record<'range' | 'from' | 'to', string>) => void;
}) {
  const { search, shown, onChange } = props;
  const setTimes = ({ from, to }: UsageRange) =>
    onChange({ range: '', from: new Date(from).toISOString(), to: new Date(to).toISOString() });
  const choose = (value: string) => {
    if (value !== absolute) onChange({ range: value, from: '', to: '' });
    else setTimes(toMinutes(shown ?? usageRangeOf(new URLSearchParams({ range: '1h' }), Date.now())));
  };
  return (
    <>
      <Field label="Range" className="w-full sm:w-44">
        <Select
          value={isAbsolute(search) ? absolute : (search.get('range') ?? '')}
          onChange={(event) => choose(event.target.value)}
          options={[
            ...usageRanges.map(({ value, label }) => ({ value, label: `Last ${label.replace(/^1 /, '')}` })),
            { value: absolute, label: 'From … to …' },
          ]}
        />
      </Field>
      {endsNow(search, Date.now()) && <Live />}
      {isAbsolute(search) && (
        <AbsoluteRange
          range={{ from: timeOf(search, 'from'), to: timeOf(search, 'to') }}
          onApply={setTimes}
        />
      )}
    </>
  );
}

const MINUTE = 60_000;
/** The inputs know no seconds. */
const toMinutes = ({ from, to }: UsageRange): UsageRange => ({
  from: Math.floor(from / MINUTE) * MINUTE,
  to: Math.ceil(to / MINUTE) * MINUTE,
});

function timeOf(search: URLSearchParams, name: string): number | undefined {
  const time = Date.parse(search.get(name) ?? '');
  return Number.isNaN(time) ? undefined : time;
}
