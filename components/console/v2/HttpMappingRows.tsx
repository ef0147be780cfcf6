'use client';

import { Plus, X } from 'lucide-react';
import { useId, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { IconButton } from '@/components/ui/IconButton';
import { Input } from '@/components/ui/Input';
import { Select } from '@/components/ui/Select';
import {
  type HttpMapping,
  hasName,
  httpMappingKey,
  operationsOf,
  readHttpMappings,
  writeHttpMappings,
} from './httpMappings';

const words: Record<string, string> = {
  append: 'Append',
  overwrite: 'Overwrite',
  remove: 'Remove',
  header: 'Header',
  querystring: 'Query',
  path: 'Path',
  statuscode: 'Status',
};
const option = (value: string) => ({ value, label: words[value] ?? value });

/** Parameter mappings of an HTTP API as lines: what is done, where, and with which value. */
export function HttpMappingRows(props: {
  record: Readonly<Record<string, string>>;
  onChange: (record: Record<string, string>) => void;
  places: readonly string[];
  /** values offered while typing */
  expressions: readonly string[];
  noun: string;
  errorOf: (key: string) => string | undefined;
  readOnly: boolean;
}) {
  const { noun, readOnly } = props;
  const [rows, setRows] = useState(() => readHttpMappings(props.record));
  const expressionsId = useId();
  const change = (next: HttpMapping[]) => {
    setRows(next);
    props.onChange(writeHttpMappings(next));
  };
  const blank: HttpMapping = { operation: 'append', place: props.places[0] ?? 'header', name: '', value: '' };
  return (
    <div className="grid gap-2">
      {rows.length === 0 && readOnly && <p className="text-muted text-small">None</p>}
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row has no identity but its place; its name is being typed
        <div key={index}>
          <MappingLine
            row={row}
            label={`${noun} ${index + 1}`}
            places={props.places}
            expressionsId={expressionsId}
            readOnly={readOnly}
            onChange={(next) => change(rows.map((each, at) => (at === index ? next : each)))}
            onRemove={() => change(rows.filter((_, at) => at !== index))}
          />
          {props.errorOf(httpMappingKey(row)) && (
            <p role="alert" className="mt-1 break-words text-danger text-small">
              {props.errorOf(httpMappingKey(row))}
            </p>
          )}
        </div>
      ))}
      <datalist id={expressionsId}>
        {props.expressions.map((expression) => (
          <option key={expression} value={expression} />
        ))}
      </datalist>
      {!readOnly && (
        <Button size="sm" className="justify-self-start" onClick={() => change([...rows, blank])}>
          <Plus aria-hidden />
          Add {noun}
        </Button>
      )}
    </div>
  );
}

function MappingLine(props: {
  row: HttpMapping;
  label: string;
  places: readonly string[];
  expressionsId: string;
  readOnly: boolean;
  onChange: (row: HttpMapping) => void;
  onRemove: () => void;
}) {
  const { row, label, readOnly, onChange } = props;
  const operations = operationsOf(row.place);
  const choosePlace = (place: string) => {
    const [operation = 'overwrite'] = operationsOf(place).filter((each) => each === row.operation);
    onChange({ ...row, place, operation, name: hasName(place) ? row.name : '' });
  };
  return (
    <div className="flex flex-wrap items-center gap-2 max-sm:rounded-md max-sm:border max-sm:p-2">
      <Select
        aria-label={`Place of ${label}`}
        className="w-28"
        options={props.places.map(option)}
        value={row.place}
        disabled={readOnly}
        onChange={(event) => choosePlace(event.target.value)}
      />
      <Select
        aria-label={`Operation of ${label}`}
        className="w-28"
        options={operations.map(option)}
        value={row.operation}
        disabled={readOnly}
        onChange={({ target }) =>
          onChange({ ...row, operation: operations.find((each) => each === target.value) ?? 'overwrite' })
        }
      />
      {hasName(row.place) && (
        <Input
          mono
          aria-label={`Name of ${label}`}
          placeholder="name"
          className="w-auto min-w-28 flex-1 max-sm:order-1"
          value={row.name}
          readOnly={readOnly}
          onChange={(event) => onChange({ ...row, name: event.target.value })}
        />
      )}
      {row.operation !== 'remove' && (
        <Input
          mono
          aria-label={`Value of ${label}`}
          placeholder="value or $request.header.x"
          className="w-auto min-w-40 flex-2 max-sm:order-1"
          list={props.expressionsId}
          value={row.value}
          readOnly={readOnly}
          onChange={(event) => onChange({ ...row, value: event.target.value })}
        />
      )}
      {!readOnly && (
        <IconButton label={`Remove ${label}`} className="max-sm:ml-auto" onClick={props.onRemove}>
          <X aria-hidden />
        </IconButton>
      )}
    </div>
  );
}
