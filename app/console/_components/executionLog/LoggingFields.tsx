'use client';

import { Plus, TriangleAlert, X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Checkbox } from '@/components/ui/Checkbox';
import { Field } from '@/components/ui/Field';
import { IconButton } from '@/components/ui/IconButton';
import { Select } from '@/components/ui/Select';
import { type Level, type LoggingChoice, type LoggingDraft, levelOptions } from './loggingDraft';

interface LoggingFieldsProps {
  draft: LoggingDraft;
  onChange: (draft: LoggingDraft) => void;
  /** `method` or `route` */
  part: string;
  /** methods or routes that may have an own setting */
  keys: readonly string[];
  editable: boolean;
}

/** The level of all methods or routes, and of those that differ. */
export function LoggingFields({ draft, onChange, part, keys, editable }: LoggingFieldsProps) {
  const { every, own } = draft;
  const set = (key: string, choice: LoggingChoice) => onChange({ ...draft, own: { ...own, [key]: choice } });
  const remove = (gone: string) =>
    onChange({ ...draft, own: Object.fromEntries(Object.entries(own).filter(([key]) => key !== gone)) });
  const free = keys.filter((key) => !Object.hasOwn(own, key));
  const tracesData = [every, ...Object.values(own)].some(
    ({ level, dataTrace }) => level !== 'OFF' && dataTrace,
  );
  return (
    <>
      <LoggingLine
        name={`every ${part}`}
        choice={every}
        editable={editable}
        onChange={(choice) => onChange({ ...draft, every: choice })}
      />
      {Object.entries(own).map(([key, choice]) => (
        <LoggingLine
          key={key}
          name={key}
          choice={choice}
          editable={editable}
          onChange={(next) => set(key, next)}
          onRemove={() => remove(key)}
        />
      ))}
      {editable && <AddLine part={part} free={free} onAdd={(key) => set(key, every)} />}
      {tracesData && <DataTraceWarning />}
    </>
  );
}

/** Said where it is chosen, and for as long as it is in force. */
function DataTraceWarning() {
  return (
    <p className="flex max-w-[80ch] gap-2 text-warning">
      <TriangleAlert className="mt-0.5 size-4 shrink-0" aria-hidden />
      <span>
        Data trace writes parameters, headers and bodies of requests and responses to the log, where everybody
        who may read logs sees them. Credentials of the call are masked; whatever else people send is not.
      </span>
    </p>
  );
}

function LoggingLine(props: {
  name: string;
  choice: LoggingChoice;
  editable: boolean;
  onChange: (choice: LoggingChoice) => void;
  onRemove?: () => void;
}) {
  const { name, choice, editable, onChange, onRemove } = props;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <span className="min-w-40 flex-1 truncate font-mono text-small max-sm:basis-full" title={name}>
        {name}
      </span>
      <Select
        aria-label={`Level of ${name}`}
        className="w-28"
        options={levelOptions}
        value={choice.level}
        disabled={!editable}
        onChange={({ target }) => onChange({ ...choice, level: target.value as Level })}
      />
      <Field label="Data trace" inline>
        <Checkbox
          aria-label={`Data trace of ${name}`}
          checked={choice.dataTrace}
          disabled={!editable || choice.level === 'OFF'}
          onChange={({ target }) => onChange({ ...choice, dataTrace: target.checked })}
        />
      </Field>
      <span className="w-control">
        {editable && onRemove && (
          <IconButton label={`Remove the level of ${name}`} onClick={onRemove}>
            <X />
          </IconButton>
        )}
      </span>
    </div>
  );
}

function AddLine(props: { part: string; free: readonly string[]; onAdd: (key: string) => void }) {
  const { part, free, onAdd } = props;
  const [chosen, setChosen] = useState('');
  const key = free.includes(chosen) ? chosen : free[0];
  if (key === undefined) return null;
  return (
    <div className="flex min-w-0 gap-2">
      <Select
        aria-label={`Another level for a ${part}`}
        className="w-64 min-w-0"
        value={key}
        onChange={({ target }) => setChosen(target.value)}
        options={free.map((each) => ({ value: each, label: each }))}
      />
      <Button onClick={() => onAdd(key)}>
        <Plus aria-hidden />
        Add {part}
      </Button>
    </div>
  );
}
