'use client';

import { X } from 'lucide-react';
import { useId } from 'react';
import { IconButton } from '@/components/ui/IconButton';
import { Input } from '@/components/ui/Input';
import { burstField, everyMethod, rateField, type ThrottleRow } from './throttleDraft';

/** One bucket: whose it is, its rate and its burst; what the operation refused stands below. */
export function ThrottleLine(props: {
  row: ThrottleRow;
  editable: boolean;
  errorOf: (field: string) => string | undefined;
  onChange: (change: Partial<ThrottleRow>) => void;
  onRemove: () => void;
}) {
  const { row } = props;
  const name = row.key === everyMethod ? 'every method' : row.key;
  const rateError = props.errorOf(rateField(row.key));
  const burstError = props.errorOf(burstField(row.key));
  const errorId = useId();
  const described = rateError || burstError ? errorId : undefined;
  const shared = { className: 'w-24', readOnly: !props.editable, 'aria-describedby': described };
  return (
    <div className="flex flex-wrap items-center gap-2">
      <span className="min-w-40 flex-1 truncate font-mono text-small max-sm:basis-full" title={name}>
        {name}
      </span>
      <Input
        {...shared}
        aria-label={`Rate of ${name}`}
        aria-invalid={Boolean(rateError)}
        inputMode="decimal"
        value={row.rateLimit}
        onChange={(event) => props.onChange({ rateLimit: event.target.value })}
      />
      <span className="text-muted text-small">a second</span>
      <Input
        {...shared}
        aria-label={`Burst of ${name}`}
        aria-invalid={Boolean(burstError)}
        inputMode="numeric"
        value={row.burstLimit}
        onChange={(event) => props.onChange({ burstLimit: event.target.value })}
      />
      <span className="text-muted text-small">burst</span>
      {props.editable && (
        <IconButton label={`Remove the limit of ${name}`} onClick={props.onRemove}>
          <X />
        </IconButton>
      )}
      {described && (
        <p id={errorId} role="alert" className="basis-full text-danger text-small">
          {[rateError, burstError].filter(Boolean).join('. ')}
        </p>
      )}
    </div>
  );
}
