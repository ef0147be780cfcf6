'use client';

import { Plus, X } from 'lucide-react';
import Link from 'next/link';
import { useId, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { IconButton } from '@/components/ui/IconButton';
import { Input } from '@/components/ui/Input';
import { Select } from '@/components/ui/Select';
import { modelHref } from '../../../models/_components/modelHref';
import { useWorkspace } from '../Workspace';

interface ModelRow {
  contentType: string;
  name: string;
}
const contentTypes = ['application/json', 'application/xml', 'text/plain', '$default'];

const fromRows = (rows: readonly ModelRow[]) =>
  Object.fromEntries(
    rows.filter((row) => row.contentType !== '').map(({ contentType, name }) => [contentType, name]),
  );

/** Models by content type; `$default` is for every other. */
export function ModelRows(props: {
  models: Record<string, string>;
  onChange: (models: Record<string, string>) => void;
  /** the words about one content type's model */
  errorOf: (contentType: string) => string | undefined;
  readOnly: boolean;
}) {
  const { models: known, restApiId } = useWorkspace();
  const [rows, setRows] = useState<ModelRow[]>(() =>
    Object.entries(props.models).map(([contentType, name]) => ({ contentType, name })),
  );
  const typesId = useId();
  const change = (next: ModelRow[]) => {
    setRows(next);
    props.onChange(fromRows(next));
  };
  const set = (at: number, part: Partial<ModelRow>) =>
    change(rows.map((row, index) => (index === at ? { ...row, ...part } : row)));
  const unused = contentTypes.find((type) => rows.every(({ contentType }) => contentType !== type)) ?? '';
  const [first] = known;
  return (
    <div className="grid gap-2">
      {rows.length === 0 && props.readOnly && <p className="text-muted text-small">None</p>}
      {rows.map((row, index) => (
        <OneModel
          // biome-ignore lint/suspicious/noArrayIndexKey: a row has no identity but its place; its type is being typed
          key={index}
          row={row}
          label={`model ${index + 1}`}
          known={known}
          typesId={typesId}
          error={props.errorOf(row.contentType)}
          readOnly={props.readOnly}
          onChange={(part) => set(index, part)}
          onRemove={() => change(rows.filter((_, each) => each !== index))}
        />
      ))}
      <datalist id={typesId}>
        {contentTypes.map((type) => (
          <option key={type} value={type} />
        ))}
      </datalist>
      {!props.readOnly && first !== undefined && (
        <Button
          size="sm"
          className="justify-self-start"
          onClick={() => change([...rows, { contentType: unused, name: first }])}
        >
          <Plus aria-hidden />
          Add model
        </Button>
      )}
      {!props.readOnly && first === undefined && (
        <p className="text-muted text-small">
          The API has no model yet.{' '}
          <Link href={modelHref(restApiId)} className="text-accent-ink underline">
            Create one
          </Link>
        </p>
      )}
    </div>
  );
}

function OneModel(props: {
  row: ModelRow;
  label: string;
  known: readonly string[];
  typesId: string;
  error: string | undefined;
  readOnly: boolean;
  onChange: (part: Partial<ModelRow>) => void;
  onRemove: () => void;
}) {
  const { row, label, known, readOnly } = props;
  // A name that an import brought stays shown, also when there is no such model.
  const names = known.includes(row.name) ? known : [row.name, ...known];
  return (
    <div>
      <div className="flex flex-wrap items-center gap-2 max-sm:rounded-md max-sm:border max-sm:p-2">
        <Input
          mono
          aria-label={`Content type of ${label}`}
          placeholder="application/json"
          className="w-auto min-w-44 flex-1 max-sm:basis-full"
          list={props.typesId}
          value={row.contentType}
          readOnly={readOnly}
          onChange={(event) => props.onChange({ contentType: event.target.value })}
        />
        <Select
          aria-label={`Name of ${label}`}
          className="min-w-36 flex-1"
          options={names.map((value) => ({ value, label: value }))}
          value={row.name}
          disabled={readOnly}
          onChange={(event) => props.onChange({ name: event.target.value })}
        />
        {!readOnly && (
          <IconButton label={`Remove model ${row.contentType}`} onClick={props.onRemove}>
            <X aria-hidden />
          </IconButton>
        )}
      </div>
      {props.error && (
        <p role="alert" className="mt-1 break-words text-danger text-small">
          {props.error}
        </p>
      )}
    </div>
  );
}
