import type { Metadata } from 'next';
import { canEdit } from '@/app/console/canEdit';
import { CopyButton } from '@/components/ui/CopyButton';
import { PageHeader } from '@/components/ui/PageHeader';
import { control } from '@/lib/runtime/slot';
import { stageChoices } from '../_components/stageChoices';
import { UsagePlanForm } from '../_components/UsagePlanForm';
import { DeletePlanButton } from './_components/DeletePlanButton';
import { PlanKeys } from './_components/PlanKeys';
import { planKeyLines } from './_components/planKeyLines';
import { findPlan } from './findPlan';

type Props = { params: Promise<{ usagePlanId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { plan } = await findPlan((await params).usagePlanId);
  return { title: plan.name };
}

export default async function UsagePlanPage({ params }: Props) {
  const { actor, plan } = await findPlan((await params).usagePlanId);
  const [apis, keys, quotas] = await Promise.all([
    control().restApis.list(actor),
    control().apiKeys.list(actor, { usagePlanId: plan.id }),
    control().usagePlans.quotas(actor, plan.id),
  ]);
  const lines = planKeyLines(keys, quotas);
  const editable = canEdit(actor);
  return (
    <div className="grid max-w-3xl gap-6 p-5">
      <PageHeader
        title={plan.name}
        meta={<CopyButton value={plan.id} what="usage plan id" showValue />}
        description={editable ? undefined : 'Your role reads usage plans; an editor changes them.'}
        actions={editable && <DeletePlanButton plan={plan} keys={lines} />}
      />
      <UsagePlanForm key={plan.id} plan={plan} choices={stageChoices(apis)} editable={editable} />
      <PlanKeys plan={plan} keys={lines} editable={editable} />
    </div>
  );
}
