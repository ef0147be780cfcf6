'use client';
import { Plus, X } from 'lucide-react';
import { Button } from './Button';
import { IconButton } from './IconButton';
import { Input } from './Input';

export interface KeyValue {
  key: string;
  value: string;
}

/** Record to rows, in its order. */
export const toRows = (record: Record<string, string>): KeyValue[] =>
  Object.entries(record).map(([key, value]) => ({ key, value }));
/** Rows to record; rows without a key are left out, of two equal keys the later wins. */
export const fromRows = (rows: readonly KeyValue[]): Record<string, string> =>
  Object.fromEntries(rows.filter((row) => row.key !== '').map((row) => [row.key, row.value]));

/** Rows of name and value. `noun` names one row ("variable"). `errorOf(key)` is shown under its row. */
export function KeyValueEditor(props: {
  rows: readonly KeyValue[];
  onChange: (rows: KeyValue[]) => void;
  noun: string;
  keyPlaceholder?: string;
  valuePlaceholder?: string;
  errorOf?: (key: string) => string | undefined;
  readOnly?: boolean;
}) {
  const set = (at: number, change: Partial<KeyValue>) =>
    props.onChange(props.rows.map((row, index) => (index === at ? { ...row, ...change } : row)));
  return (
    <div className="grid gap-2">
      {props.rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row has no identity but its place; its key is being typed
        <div key={index}>
          <div className="flex items-center gap-2">
            <Input
              mono
              aria-label={`Name of ${props.noun} ${index + 1}`}
              placeholder={props.keyPlaceholder ?? 'name'}
              className="max-w-56"
              value={row.key}
              readOnly={props.readOnly}
              onChange={(event) => set(index, { key: event.target.value })}
            />
            <Input
              mono
              aria-label={`Value of ${props.noun} ${index + 1}`}
              placeholder={props.valuePlaceholder ?? 'value'}
              value={row.value}
              readOnly={props.readOnly}
              onChange={(event) => set(index, { value: event.target.value })}
            />
            {!props.readOnly && (
              <IconButton
                label={`Remove ${props.noun} ${row.key}`}
                onClick={() => props.onChange(props.rows.filter((_, each) => each !== index))}
              >
                <X />
              </IconButton>
            )}
          </div>
          {props.errorOf?.(row.key) && (
            <p role="alert" className="mt-1 text-danger text-small">
              {props.errorOf(row.key)}
            </p>
          )}
        </div>
      ))}
      {!props.readOnly && (
        <Button
          size="sm"
          className="justify-self-start"
          onClick={() => props.onChange([...props.rows, { key: '', value: '' }])}
        >
          <Plus aria-hidden />
          Add {props.noun}
        </Button>
      )}
    </div>
  );
}
