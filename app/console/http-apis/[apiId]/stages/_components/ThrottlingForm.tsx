'use client';

import { Plus, X } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { FormError } from '@/components/ui/FormError';
import { IconButton } from '@/components/ui/IconButton';
import { Input } from '@/components/ui/Input';
import { Section } from '@/components/ui/Section';
import { Select } from '@/components/ui/Select';
import { toast } from '@/components/ui/Toaster';
import { faultText, useAction } from '@/components/ui/useAction';
import { useSaveShortcut } from '@/components/ui/useSaveShortcut';
import { useUnsavedGuard } from '@/components/ui/useUnsavedGuard';
import { saveThrottling } from '../actions';
import { EVERY_ROUTE, settingsOfThrottles, type ThrottleRow, throttleRows } from './routeThrottles';
import type { StageProps } from './StageDetail';

const wordsOf = (key: string) => (key === EVERY_ROUTE ? 'every route' : key);

/** Limits of the stage's routes: one for all that have none of their own, and one by route. */
export function ThrottlingForm({ apiId, stage, routeKeys, editable }: StageProps) {
  const router = useRouter();
  const stored = throttleRows(stage);
  const [rows, setRows] = useState(stored);
  const action = useAction(saveThrottling);
  const changed = JSON.stringify(rows) !== JSON.stringify(stored);
  useUnsavedGuard(changed);
  const save = async () => {
    const settings = settingsOfThrottles(stage, rows);
    if (!(await action.run({ apiId, stageName: stage.stageName, ...settings }))) return;
    toast('Throttling saved');
    router.refresh();
  };
  useSaveShortcut(() => void save(), changed);
  const free = [EVERY_ROUTE, ...routeKeys].filter((key) => rows.every((row) => row.key !== key));
  const set = (at: number, part: Partial<ThrottleRow>) =>
    setRows(rows.map((row, index) => (index === at ? { ...row, ...part } : row)));
  return (
    <Section
      title="Throttling"
      description="Rate is calls a second; burst is how many may come at once. Without an entry only the account's limit counts."
    >
      <div className="grid max-w-2xl gap-2">
        <FormError>{action.error && faultText(action.error)}</FormError>
        {rows.length === 0 && !editable && <p className="text-muted">No limit of its own.</p>}
        {rows.map((row, index) => (
          <LimitLine
            key={row.key}
            row={row}
            editable={editable}
            onChange={(part) => set(index, part)}
            onRemove={() => setRows(rows.filter(({ key }) => key !== row.key))}
          />
        ))}
        {editable && (
          <>
            <AddLimit free={free} onAdd={(key) => setRows([...rows, { key, rate: '100', burst: '200' }])} />
            <Button onClick={save} disabled={!changed} busy={action.pending} className="justify-self-start">
              Save throttling
            </Button>
          </>
        )}
      </div>
    </Section>
  );
}

function LimitLine(props: {
  row: ThrottleRow;
  editable: boolean;
  onChange: (part: Partial<ThrottleRow>) => void;
  onRemove: () => void;
}) {
  const { row, editable, onChange } = props;
  const name = wordsOf(row.key);
  const shared = { className: 'w-24', readOnly: !editable };
  return (
    <div className="flex flex-wrap items-center gap-2">
      <span className="min-w-40 flex-1 truncate font-mono text-small max-sm:basis-full" title={name}>
        {name}
      </span>
      <Input
        {...shared}
        aria-label={`Rate of ${name}`}
        inputMode="decimal"
        value={row.rate}
        onChange={(event) => onChange({ rate: event.target.value })}
      />
      <span className="text-muted text-small">a second</span>
      <Input
        {...shared}
        aria-label={`Burst of ${name}`}
        inputMode="numeric"
        value={row.burst}
        onChange={(event) => onChange({ burst: event.target.value })}
      />
      <span className="text-muted text-small">burst</span>
      {editable && (
        <IconButton label={`Remove the limit of ${name}`} onClick={props.onRemove}>
          <X aria-hidden />
        </IconButton>
      )}
    </div>
  );
}

function AddLimit({ free, onAdd }: { free: string[]; onAdd: (key: string) => void }) {
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
        options={free.map((value) => ({ value, label: wordsOf(value) }))}
      />
      <Button onClick={() => onAdd(key)}>
        <Plus aria-hidden />
        Add limit
      </Button>
    </div>
  );
}
