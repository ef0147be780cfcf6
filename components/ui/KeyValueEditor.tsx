'use client';
import { Plus, X } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { Button } from './Button';
import { IconButton } from './IconButton';
import { Input } from './Input';

export type Pairs = Record<string, string>;
interface Line {
  id: number;
  key: string;
  value: string;
}

/**
 * Edits a record of texts as lines. Lines without a key are kept on the screen and left out of the value;
 * of two lines with one key the lower wins. Remount it (`key`) to load another record.
 */
export function KeyValueEditor(props: {
  value: Pairs;
  onChange: (value: Pairs) => void;
  /** names the pair: "Header", "Stage variable" */
  what: string;
  keyLabel?: string;
  valueLabel?: string;
  readOnly?: boolean;
  errorOf?: (key: string) => string | undefined;
}) {
  const id = useId();
  const next = useRef(Object.keys(props.value).length);
  const [lines, setLines] = useState<Line[]>(() =>
    Object.entries(props.value).map(([key, value], index) => ({ id: index, key, value })),
  );
  const change = (changed: Line[]) => {
    setLines(changed);
    props.onChange(
      Object.fromEntries(changed.filter((line) => line.key).map((line) => [line.key, line.value])),
    );
  };
  const set = (line: Line) => change(lines.map((each) => (each.id === line.id ? line : each)));
  const add = () => {
    next.current += 1;
    setLines([...lines, { id: next.current, key: '', value: '' }]);
  };
  return (
    <div className="grid justify-items-start gap-1.5">
      {lines.map((line) => (
        <PairLine
          key={line.id}
          line={line}
          keyLabel={props.keyLabel ?? `${props.what} name`}
          valueLabel={props.valueLabel ?? `${props.what} value`}
          readOnly={props.readOnly}
          error={props.errorOf?.(line.key)}
          errorId={`${id}-${line.id}`}
          onChange={set}
          onRemove={() => change(lines.filter((each) => each.id !== line.id))}
        />
      ))}
      {lines.length === 0 && props.readOnly && <p className="text-muted">None</p>}
      {!props.readOnly && (
        <Button size="sm" onClick={add}>
          <Plus aria-hidden /> Add {props.what.toLowerCase()}
        </Button>
      )}
    </div>
  );
}

function PairLine(props: {
  line: Line;
  keyLabel: string;
  valueLabel: string;
  readOnly?: boolean;
  error?: string;
  errorId: string;
  onChange: (line: Line) => void;
  onRemove: () => void;
}) {
  const { line, readOnly } = props;
  const state = { readOnly, mono: true, 'aria-describedby': props.error ? props.errorId : undefined };
  return (
    <div className="w-full">
      <div className="flex items-center gap-1.5">
        <Input
          {...state}
          id={`${props.errorId}-key`}
          aria-label={props.keyLabel}
          placeholder="name"
          value={line.key}
          onChange={(event) => props.onChange({ ...line, key: event.target.value })}
        />
        <Input
          {...state}
          id={`${props.errorId}-value`}
          aria-label={`${props.valueLabel}${line.key ? ` of ${line.key}` : ''}`}
          placeholder="value"
          value={line.value}
          onChange={(event) => props.onChange({ ...line, value: event.target.value })}
        />
        {!readOnly && (
          <IconButton label={`Remove ${line.key || 'line'}`} onClick={props.onRemove}>
            <X aria-hidden />
          </IconButton>
        )}
      </div>
      {props.error && (
        <p id={props.errorId} role="alert" className="mt-1 text-danger text-small">
          {props.error}
        </p>
      )}
    </div>
  );
}
