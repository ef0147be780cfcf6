'use client';

import { Plus, X } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { cn } from '@/components/ui/cn';
import { IconButton } from '@/components/ui/IconButton';
import { Input } from '@/components/ui/Input';
import { Select } from '@/components/ui/Select';
import {
  fromParameterRows,
  locationWords,
  type ParameterRow,
  parameterKey,
  toParameterRows,
} from './parameterKeys';

/** Rows of parameters: where, name, and what `renderValue` draws (a flag, an expression, nothing). */
export function ParameterRows<Value>(props: {
  /** e.g. `method.request` */
  prefix: string;
  locations: readonly string[];
  record: Record<string, Value>;
  onChange: (record: Record<string, Value>) => void;
  blank: Value;
  noun: string;
  /** names offered while typing */
  names?: readonly string[];
  renderValue?: (value: Value, set: (value: Value) => void, label: string, key: string) => ReactNode;
  /** the words about one key of the record */
  errorOf: (key: string) => string | undefined;
  readOnly: boolean;
}) {
  const { prefix, locations, noun, readOnly } = props;
  const [rows, setRows] = useState(() => toParameterRows(prefix, props.record));
  const namesId = useId();
  const change = (next: ParameterRow<Value>[]) => {
    setRows(next);
    props.onChange(fromParameterRows(prefix, next));
  };
  const set = (at: number, part: Partial<ParameterRow<Value>>) =>
    change(rows.map((row, index) => (index === at ? { ...row, ...part } : row)));
  const add = () => change([...rows, { location: locations[0] ?? '', name: '', value: props.blank }]);
  const keys = rows.map((row) => parameterKey(prefix, row));
  const options = locations.map((value) => ({ value, label: locationWords[value] ?? value }));

  return (
    <div className="grid gap-2">
      {rows.length === 0 && readOnly && <p className="text-muted text-small">None</p>}
      {rows.map((row, index) => {
        const label = `${noun} ${index + 1}`;
        const twice = row.name !== '' && keys.indexOf(keys[index] ?? '') < index;
        const error = twice ? 'This one is there twice; the last counts.' : props.errorOf(keys[index] ?? '');
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row has no identity but its place; its name is being typed
          <div key={index}>
            <div className="flex flex-wrap items-center gap-2 max-sm:rounded-md max-sm:border max-sm:p-2">
              {locations.length > 1 && (
                <Select
                  aria-label={`Place of ${label}`}
                  className="w-24"
                  options={options}
                  value={row.location}
                  disabled={readOnly}
                  onChange={(event) => set(index, { location: event.target.value })}
                />
              )}
              <Input
                mono
                aria-label={`Name of ${label}`}
                placeholder="name"
                className={cn(
                  'w-auto flex-1',
                  locations.length > 1 ? 'min-w-28 max-sm:order-1 max-sm:basis-full' : 'min-w-56',
                )}
                list={props.names ? namesId : undefined}
                value={row.name}
                readOnly={readOnly}
                onChange={(event) => set(index, { name: event.target.value })}
              />
              {props.renderValue?.(row.value, (value) => set(index, { value }), label, keys[index] ?? '')}
              {!readOnly && (
                <IconButton
                  label={`Remove ${noun} ${row.name}`}
                  className="max-sm:ml-auto"
                  onClick={() => change(rows.filter((_, each) => each !== index))}
                >
                  <X aria-hidden />
                </IconButton>
              )}
            </div>
            {error && (
              <p role="alert" className="mt-1 break-words text-danger text-small">
                {error}
              </p>
            )}
          </div>
        );
      })}
      {props.names && (
        <datalist id={namesId}>
          {props.names.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      )}
      {!readOnly && (
        <Button size="sm" className="justify-self-start" onClick={add}>
          <Plus aria-hidden />
          Add {noun}
        </Button>
      )}
    </div>
  );
}
