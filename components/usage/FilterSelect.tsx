'use client';

import { Field } from '@/components/ui/Field';
import { Select, type SelectOption } from '@/components/ui/Select';

/** Of the line that filters and range stand in: two a row on a phone. */
export const filtersClass = 'grid grid-cols-2 items-end gap-3 sm:flex sm:flex-wrap';

/** One filter of a dashboard. A value of the address that is no option stays visible, so that it can be taken away. */
export function FilterSelect(props: {
  label: string;
  /** what no filter means, e.g. `All APIs` */
  all: string;
  value: string;
  options: readonly SelectOption[];
  onChange: (value: string) => void;
}) {
  const known = props.value === '' || props.options.some((option) => option.value === props.value);
  const unknown = known ? [] : [{ value: props.value, label: props.value }];
  return (
    <Field label={props.label} className="w-full sm:w-52">
      <Select
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
        options={[{ value: '', label: props.all }, ...props.options, ...unknown]}
      />
    </Field>
  );
}
