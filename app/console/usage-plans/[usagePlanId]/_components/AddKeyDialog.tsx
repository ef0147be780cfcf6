'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { type Column, DataTable } from '@/components/ui/DataTable';
import { Dialog } from '@/components/ui/Dialog';
import { EmptyState } from '@/components/ui/EmptyState';
import { FormError } from '@/components/ui/FormError';
import { SkeletonRows } from '@/components/ui/Skeleton';
import { toast } from '@/components/ui/Toaster';
import { faultText, useAction } from '@/components/ui/useAction';
import type { ApiKey } from '@/lib/model/apiKey';
import type { UsagePlan } from '@/lib/model/usagePlan';
import { addableKeys, addPlanKey } from '../../actions';

/** Any key that is not in the plan yet; they are read when the dialog opens. */
export function AddKeyDialog({ plan }: { plan: UsagePlan }) {
  const [keys, setKeys] = useState<ApiKey[] | null>(null);
  const [open, setOpen] = useState(false);
  const list = useAction(addableKeys);
  const add = useAction(addPlanKey);
  const show = async (next: boolean) => {
    setOpen(next);
    setKeys(null);
    add.reset();
    if (next) setKeys((await list.run({ usagePlanId: plan.id })) ?? null);
  };
  const join = async (key: ApiKey) => {
    if (!(await add.run({ usagePlanId: plan.id, apiKeyId: key.id }))) return;
    setKeys((all) => all?.filter((each) => each.id !== key.id) ?? null);
    toast(`${key.name || key.hint} joined ${plan.name}`);
  };
  return (
    <>
      <Button onClick={() => void show(true)}>Add key</Button>
      <Dialog open={open} onOpenChange={(next) => void show(next)} title={`Add a key to ${plan.name}`}>
        <div className="grid min-w-0 gap-3">
          <FormError>{list.rest ?? (add.error && faultText(add.error))}</FormError>
          {list.pending && <SkeletonRows />}
          {keys && (
            <DataTable
              label="Keys to add"
              urlPrefix="add-"
              className="max-h-[40dvh]"
              rows={keys}
              columns={columns(join, add.pending)}
              rowKey={(key) => key.id}
              empty={
                <EmptyState title="Every API key is in this plan">Create another under API keys.</EmptyState>
              }
            />
          )}
        </div>
      </Dialog>
    </>
  );
}

const columns = (join: (key: ApiKey) => void, busy: boolean): Column<ApiKey>[] => [
  { id: 'name', header: 'Name', fixed: true, text: (key) => key.name, cell: (key) => key.name },
  {
    id: 'hint',
    header: 'Value',
    text: (key) => key.hint,
    cell: (key) => <span className="font-mono text-small">{key.hint}</span>,
  },
  {
    id: 'add',
    header: 'Actions',
    fixed: true,
    align: 'right',
    cell: (key) => (
      <Button size="sm" disabled={busy} onClick={() => join(key)} aria-label={`Add ${key.name || key.hint}`}>
        Add
      </Button>
    ),
  },
];
