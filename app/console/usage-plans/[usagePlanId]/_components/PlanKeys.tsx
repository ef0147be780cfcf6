'use client';

import { X } from 'lucide-react';
import { DataTable } from '@/components/ui/DataTable';
import { EmptyState } from '@/components/ui/EmptyState';
import { IconButton } from '@/components/ui/IconButton';
import { RelativeTime } from '@/components/ui/RelativeTime';
import { Section } from '@/components/ui/Section';
import { undoToast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import type { UsagePlan } from '@/lib/model/usagePlan';
import { addPlanKey, removePlanKey } from '../../actions';
import { AddKeyDialog } from './AddKeyDialog';
import { planKeyColumns } from './planKeyColumns';
import type { PlanKeyLine } from './planKeyLines';

/** The plan's keys with the quota that each has used; removing one can be undone. */
export function PlanKeys(props: { plan: UsagePlan; keys: PlanKeyLine[]; editable: boolean }) {
  const { plan, keys, editable } = props;
  const remove = useAction(removePlanKey, { announce: true });
  const add = useAction(addPlanKey, { announce: true });
  const drop = async (key: PlanKeyLine) => {
    const input = { usagePlanId: plan.id, apiKeyId: key.id };
    if (!(await remove.run(input))) return;
    undoToast(`${key.name || key.hint} left ${plan.name}`, () => void add.run(input));
  };
  const removeButton = (key: PlanKeyLine) => (
    <IconButton
      className="size-7"
      label={`Remove ${key.name || key.hint} from the plan`}
      onClick={() => void drop(key)}
    >
      <X />
    </IconButton>
  );
  const resetsAt = keys.find((key) => key.quota)?.quota?.resetsAt;
  return (
    <Section
      title="API keys"
      description={
        resetsAt && (
          <>
            The quota starts anew <RelativeTime time={resetsAt} />.
          </>
        )
      }
      actions={editable && <AddKeyDialog plan={plan} />}
    >
      <DataTable
        label="Keys of the plan"
        urlPrefix="keys-"
        className="max-h-[480px]"
        rows={keys}
        columns={planKeyColumns(plan.quota !== undefined, editable ? removeButton : undefined)}
        rowKey={(key) => key.id}
        empty={
          <EmptyState title="No key in this plan">
            Add a key that exists, or have developers subscribe in the portal.
          </EmptyState>
        }
      />
    </Section>
  );
}
