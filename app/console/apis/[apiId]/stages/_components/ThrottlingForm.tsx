'use client';

import { Plus, X } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useId, useState } from 'react';
import { toast } from 'sonner';
import { Button } from '@/components/ui/Button';
import { FormError } from '@/components/ui/FormError';
import { IconButton } from '@/components/ui/IconButton';
import { Input } from '@/components/ui/Input';
import { Section } from '@/components/ui/Section';
import { Select } from '@/components/ui/Select';
import { useAction } from '@/components/ui/useAction';
import { useUnsavedGuard } from '@/components/ui/useUnsavedGuard';
import type { Stage } from '@/lib/model/stage';
import { updateStage } from '../actions';

/** AWS's key for "every method of the stage". */
const everyMethod = '*/*';
interface Row {
  key: string;
  rateLimit: string;
  burstLimit: string;
}

/** Token buckets of the stage: one for every method by default, and one for each method that differs. */
export function ThrottlingForm(props: { stage: Stage; methods: string[]; editable: boolean }) {
  const { restApiId, stageName, methodSettings } = props.stage;
  const router = useRouter();
  const [rows, setRows] = useState<Row[]>(() =>
    Object.entries(methodSettings).map(([key, limits]) => asRow(key, limits)),
  );
  const fields = rows.flatMap(({ key }) => [fieldOf(key, 'rateLimit'), fieldOf(key, 'burstLimit')]);
  const action = useAction(updateStage, { fields });
  const settings = Object.fromEntries(rows.map((row) => [row.key, limitsOf(row)]));
  const changed = JSON.stringify(settings) !== JSON.stringify(methodSettings);
  useUnsavedGuard(changed);
  const free = [everyMethod, ...props.methods].filter((key) => !rows.some((row) => row.key === key));
  const set = (at: number, change: Partial<Row>) =>
    setRows(rows.map((row, index) => (index === at ? { ...row, ...change } : row)));
  const save = async () => {
    if (!(await action.run({ restApiId, stageName, methodSettings: settings }))) return;
    toast('Throttling saved');
    router.refresh();
  };
  return (
    <Section
      title="Throttling"
      description="Rate is calls a second; burst is how many may come at once. Without an entry only the account's limit counts."
    >
      <div className="grid max-w-2xl gap-2">
        <FormError>{action.rest}</FormError>
        {rows.map((row, index) => (
          <ThrottleRow
            key={row.key}
            row={row}
            editable={props.editable}
            errorOf={action.errorOf}
            onChange={(change) => set(index, change)}
            onRemove={() => setRows(rows.filter((each) => each.key !== row.key))}
          />
        ))}
        {props.editable && (
          <>
            <AddRow
              free={free}
              onAdd={(key) => setRows([...rows, { key, rateLimit: '100', burstLimit: '200' }])}
            />
            <Button onClick={save} disabled={!changed} busy={action.pending} className="justify-self-start">
              Save throttling
            </Button>
          </>
        )}
      </div>
    </Section>
  );
}

function ThrottleRow(props: {
  row: Row;
  editable: boolean;
  errorOf: (field: string) => string | undefined;
  onChange: (change: Partial<Row>) => void;
  onRemove: () => void;
}) {
  const { row } = props;
  const name = row.key === everyMethod ? 'every method' : row.key;
  const rateError = props.errorOf(fieldOf(row.key, 'rateLimit'));
  const burstError = props.errorOf(fieldOf(row.key, 'burstLimit'));
  const errorId = useId();
  const described = rateError || burstError ? errorId : undefined;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <span className="min-w-40 flex-1 truncate font-mono text-small" title={name}>
        {name}
      </span>
      <Input
        aria-label={`Rate of ${name}`}
        aria-invalid={Boolean(rateError)}
        aria-describedby={described}
        inputMode="decimal"
        className="w-28"
        value={row.rateLimit}
        readOnly={!props.editable}
        onChange={(event) => props.onChange({ rateLimit: event.target.value })}
      />
      <span className="text-muted text-small">a second</span>
      <Input
        aria-label={`Burst of ${name}`}
        aria-invalid={Boolean(burstError)}
        aria-describedby={described}
        inputMode="numeric"
        className="w-28"
        value={row.burstLimit}
        readOnly={!props.editable}
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

function AddRow({ free, onAdd }: { free: string[]; onAdd: (key: string) => void }) {
  const [chosen, setChosen] = useState('');
  const key = free.includes(chosen) ? chosen : free[0];
  if (key === undefined) return null;
  return (
    <div className="flex min-w-0 gap-2">
      <Select
        aria-label="Limit for"
        className="w-64 min-w-0"
        value={key}
        onChange={(event) => setChosen(event.target.value)}
        options={free.map((each) => ({ value: each, label: each === everyMethod ? 'every method' : each }))}
      />
      <Button onClick={() => onAdd(key)}>
        <Plus aria-hidden />
        Add limit
      </Button>
    </div>
  );
}

const fieldOf = (key: string, member: 'rateLimit' | 'burstLimit') => `methodSettings.${key}.${member}`;
const asRow = (key: string, limits: { rateLimit: number; burstLimit: number }): Row => ({
  key,
  rateLimit: String(limits.rateLimit),
  burstLimit: String(limits.burstLimit),
});
/** What is not a number becomes NaN, which the operation refuses with the field's name. */
const limitsOf = (row: Row) => ({
  rateLimit: Number(row.rateLimit || Number.NaN),
  burstLimit: Number(row.burstLimit || Number.NaN),
});
