'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { ConfirmDelete } from '@/components/ui/ConfirmDelete';
import { RelativeTime } from '@/components/ui/RelativeTime';
import { useAction } from '@/components/ui/useAction';
import type { UsagePlan } from '@/lib/model/usagePlan';
import { deleteUsagePlan } from '../../actions';
import type { PlanKeyLine } from './planKeyLines';

/** Says how many keys lose the stages, and when one of them was last used. */
export function DeletePlanButton({ plan, keys }: { plan: UsagePlan; keys: PlanKeyLine[] }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const action = useAction(deleteUsagePlan);
  const lastUsedAt = keys.reduce((latest, key) => Math.max(latest, key.lastUsedAt ?? 0), 0);
  const confirm = async () => {
    const gone = await action.run({ usagePlanId: plan.id });
    if (!gone) return false;
    router.push('/console/usage-plans');
    router.refresh();
    return true;
  };
  return (
    <>
      <Button variant="danger" onClick={() => setOpen(true)}>
        Delete plan
      </Button>
      <ConfirmDelete
        open={open}
        onOpenChange={setOpen}
        what="usage plan"
        name={plan.name}
        error={action.rest}
        onDelete={confirm}
      >
        <p>
          {keys.length === 0 && 'No key is in it.'}
          {keys.length === 1 && '1 key stays, but no longer opens the stages of this plan.'}
          {keys.length > 1 && `${keys.length.toLocaleString('en')} keys stay, but no longer open its stages.`}
          {lastUsedAt > 0 && (
            <>
              {' '}
              One of them was last used <RelativeTime time={lastUsedAt} />.
            </>
          )}
        </p>
        <p>Portal subscriptions to it end with it.</p>
      </ConfirmDelete>
    </>
  );
}
