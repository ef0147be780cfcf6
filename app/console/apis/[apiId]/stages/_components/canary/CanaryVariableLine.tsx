'use client';

import { X } from 'lucide-react';
import { useId } from 'react';
import { Badge } from '@/components/ui/Badge';
import { Button } from '@/components/ui/Button';
import { cn } from '@/components/ui/cn';
import { IconButton } from '@/components/ui/IconButton';
import { Input } from '@/components/ui/Input';
import { Td } from '@/components/ui/tableCells';
import type { VariableDraft } from './canaryDraft';

const cell = 'align-top max-sm:border-b-0 max-sm:p-0';

/** One variable; what differs says so. */
export function CanaryVariableLine(props: {
  variable: VariableDraft;
  editable: boolean;
  error: string | undefined;
  onChange: (change: Partial<VariableDraft>) => void;
  onRemove: () => void;
}) {
  const { variable, editable, onChange } = props;
  const errorId = useId();
  const own = variable.stageValue === undefined;
  const name = variable.name || 'the new variable';
  return (
    <tr className="max-sm:grid max-sm:gap-1 max-sm:p-3 last:[&_td]:border-b-0">
      <Td className={cn(cell, 'font-mono text-small')}>
        {own && editable ? (
          <Input
            mono
            aria-label="Name of the new variable"
            placeholder="name"
            value={variable.name}
            onChange={(event) => onChange({ name: event.target.value })}
          />
        ) : (
          <span className="block break-all py-1.5 max-sm:py-0 max-sm:font-medium">{variable.name}</span>
        )}
      </Td>
      <Td className={cn(cell, 'font-mono text-small')}>
        {own ? (
          <span className="block py-1.5 font-sans text-muted max-sm:py-0">The stage has none</span>
        ) : (
          <span className="block break-all py-1.5 max-sm:py-0">
            {variable.stageValue || <em className="text-muted">Empty</em>}
          </span>
        )}
      </Td>
      <Td className={cell}>
        {variable.overridden ? (
          <div className="flex items-center gap-2">
            <Input
              mono
              aria-label={`Canary's value of ${name}`}
              aria-invalid={Boolean(props.error)}
              aria-describedby={props.error ? errorId : undefined}
              value={variable.value}
              readOnly={!editable}
              onChange={(event) => onChange({ value: event.target.value })}
            />
            {variable.value !== variable.stageValue && <Badge tone="warning">Differs</Badge>}
            {editable && (
              <IconButton
                label={own ? `Remove ${name}` : `Take the stage's value of ${name}`}
                onClick={props.onRemove}
              >
                <X aria-hidden />
              </IconButton>
            )}
          </div>
        ) : (
          <div className="flex items-center gap-2 py-0.5">
            <span className="flex-1 text-muted">The stage's</span>
            {editable && (
              <Button
                size="sm"
                aria-label={`Override ${name}`}
                onClick={() => onChange({ overridden: true })}
              >
                Override
              </Button>
            )}
          </div>
        )}
        {props.error && (
          <p id={errorId} role="alert" className="mt-1 text-danger text-small">
            {props.error}
          </p>
        )}
      </Td>
    </tr>
  );
}
