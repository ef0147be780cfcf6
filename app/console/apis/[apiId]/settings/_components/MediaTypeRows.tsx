'use client';

import { Plus, X } from 'lucide-react';
import { Button } from '@/components/ui/Button';
import { IconButton } from '@/components/ui/IconButton';
import { Input } from '@/components/ui/Input';

const common = [
  'image/*',
  'application/pdf',
  'application/zip',
  'application/octet-stream',
  'multipart/form-data',
  'font/*',
  '*/*',
];

/** Binary media types, one a row, with the common ones at hand. */
export function MediaTypeRows(props: {
  types: readonly string[];
  onChange: (types: string[]) => void;
  errorOf: (row: number) => string | undefined;
  readOnly: boolean;
}) {
  const { types, onChange, readOnly } = props;
  const absent = common.filter((type) => !types.includes(type));
  const set = (row: number, type: string) =>
    onChange(types.map((each, index) => (index === row ? type : each)));
  return (
    <fieldset className="grid min-w-0 gap-2">
      <legend className="font-medium">Binary media types</legend>
      <p className="text-muted text-small">
        Bodies of these content types are bytes, all others text. A wildcard stands at the right, as in{' '}
        <code className="font-mono">{'image/*'}</code>; <code className="font-mono">{'*/*'}</code> means every
        body.
      </p>
      {types.length === 0 && <p className="text-muted">None: every body is text.</p>}
      {types.map((type, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row has no identity but its place; it is being typed
        <div key={row}>
          <div className="flex max-w-sm items-center gap-2">
            <Input
              mono
              aria-label={`Binary media type ${row + 1}`}
              aria-invalid={props.errorOf(row) ? true : undefined}
              placeholder="image/png"
              value={type}
              readOnly={readOnly}
              onChange={(event) => set(row, event.target.value)}
            />
            {!readOnly && (
              <IconButton
                label={`Remove ${type || 'row'}`}
                onClick={() => onChange(types.filter((_, index) => index !== row))}
              >
                <X aria-hidden />
              </IconButton>
            )}
          </div>
          {props.errorOf(row) && (
            <p role="alert" className="mt-1 text-danger text-small">
              {props.errorOf(row)}
            </p>
          )}
        </div>
      ))}
      {!readOnly && (
        <div className="flex flex-wrap gap-1.5">
          <Button size="sm" onClick={() => onChange([...types, ''])}>
            <Plus aria-hidden />
            Add media type
          </Button>
          {absent.map((type) => (
            <Button
              key={type}
              size="sm"
              variant="ghost"
              className="font-mono"
              aria-label={`Add ${type}`}
              onClick={() => onChange([...types, type])}
            >
              <Plus aria-hidden />
              {type}
            </Button>
          ))}
        </div>
      )}
    </fieldset>
  );
}
