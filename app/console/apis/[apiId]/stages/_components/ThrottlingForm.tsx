'use client';

import { Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { FormError } from '@/components/ui/FormError';
import { Section } from '@/components/ui/Section';
import { Select } from '@/components/ui/Select';
import { toast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import { useSaveShortcut } from '@/components/ui/useSaveShortcut';
import { useUnsavedGuard } from '@/components/ui/useUnsavedGuard';
import type { Stage } from '@/lib/model/stage';
import { updateStage } from '../actions';
import { ThrottleLine } from './ThrottleLine';
import {
  burstField,
  everyMethod,
  rateField,
  type ThrottleRow,
  throttleRows,
  withThrottles,
} from './throttleDraft';

/** Token buckets of the stage: one for every method by default, and one for each method that differs. */
export function ThrottlingForm(props: { stage: Stage; methods: string[]; editable: boolean }) {
  const { restApiId, stageName, methodSettings } = props.stage;
  const router = useRouter();
  const [rows, setRows] = useState<ThrottleRow[]>(() => throttleRows(methodSettings));
  const fields = rows.flatMap(({ key }) => [rateField(key), burstField(key)]);
  const action = useAction(updateStage, { fields });
  const changed = JSON.stringify(rows) !== JSON.stringify(throttleRows(methodSettings));
  useUnsavedGuard(changed);
  const free = [everyMethod, ...props.methods].filter((key) => !rows.some((row) => row.key === key));
  const set = (at: number, change: Partial<ThrottleRow>) =>
    setRows(rows.map((row, index) => (index === at ? { ...row, ...change } : row)));
  const save = async () => {
    const settings = withThrottles(methodSettings, rows);
    if (!(await action.run({ restApiId, stageName, methodSettings: settings }))) return;
    toast('Throttling saved');
    router.refresh();
  };
  useSaveShortcut(() => void save(), changed);
  return (
    <Section
      title="Throttling"
      description="Rate is calls a second; burst is how many may come at once. Without an entry only the account's limit counts."
    >
      <div className="grid max-w-2xl gap-2">
        <FormError>{action.rest}</FormError>
        {rows.length === 0 && !props.editable && <p className="text-muted">No limit of its own.</p>}
        {rows.map((row, index) => (
          <ThrottleLine
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
