'use client';

import { Field } from '@/components/ui/Field';
import { Select } from '@/components/ui/Select';
import type { UsageRange } from '@/lib/model/usage';
import { isAbsolute, usageRangeOf, usageRanges } from '@/lib/queries/usageRange';
import { AbsoluteRange } from './AbsoluteRange';
import { Live } from './Live';

const absolute = 'absolute';
const options = [
  ...usageRanges.map(({ value, label }) => ({ value, label: `Last ${label.replace(/^1 /, '')}` })),
  { value: absolute, label: 'From … to …' },
];
/** For an address that names no range that there is. */
const none = { value: '', label: 'Choose a range', disabled: true };

/**
 * A range that ends now, or two times. `shown` is what the figures on the page span: where two times start from.
 * @param props.search from usageSearch
 */
export function RangePicker(props: {
  search: URLSearchParams;
  shown: UsageRange | undefined;
  /** the figures follow the calls */
  live: boolean;
  onChange: (changes: Record<'range' | 'from' | 'to', string>) => void;
}) {
  const { search, onChange } = props;
  const name = isAbsolute(search) ? absolute : (search.get('range') ?? '');
  const known = options.some(({ value }) => value === name);
  const setTimes = ({ from, to }: UsageRange) =>
    onChange({ range: '', from: new Date(from).toISOString(), to: new Date(to).toISOString() });
  const choose = (value: string) => {
    if (value === absolute) setTimes(toMinutes(props.shown ?? lastHour()));
    else onChange({ range: value, from: '', to: '' });
  };
  return (
    <>
      <Field label="Range" className="w-full sm:w-44">
        <Select
          value={known ? name : none.value}
          onChange={(event) => choose(event.target.value)}
          options={known ? options : [none, ...options]}
        />
      </Field>
      {props.live && <Live />}
      {name === absolute && (
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
const lastHour = () => usageRangeOf(new URLSearchParams({ range: '1h' }), Date.now());

function timeOf(search: URLSearchParams, name: string): number | undefined {
  const time = Date.parse(search.get(name) ?? '');
  return Number.isNaN(time) ? undefined : time;
}
