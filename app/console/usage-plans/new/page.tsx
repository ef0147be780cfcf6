import type { Metadata } from 'next';
import Link from 'next/link';
import { canEdit } from '@/app/console/canEdit';
import { requireConsole } from '@/app/currentActor';
import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { PageHeader } from '@/components/ui/PageHeader';
import { control } from '@/lib/runtime/slot';
import { stageChoices } from '../_components/stageChoices';
import { UsagePlanForm } from '../_components/UsagePlanForm';

export const metadata: Metadata = { title: 'Create usage plan' };

export default async function NewUsagePlanPage() {
  const actor = await requireConsole();
  if (!canEdit(actor)) {
    const back = (
      <Button asChild>
        <Link href="/console/usage-plans">Usage plans</Link>
      </Button>
    );
    return (
      <Notice kind="denied" title="Creating a usage plan needs the role editor" actions={back}>
        An administrator can change your role.
      </Notice>
    );
  }
  const apis = await control().restApis.list(actor);
  return (
    <div className="grid max-w-3xl gap-4 p-5">
      <PageHeader title="Create usage plan" description="Keys are added once the plan exists." />
      <UsagePlanForm choices={stageChoices(apis)} editable />
    </div>
  );
}
