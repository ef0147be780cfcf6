import type { Metadata } from 'next';
import Link from 'next/link';
import { requireConsole } from '@/app/currentActor';
import { Button } from '@/components/ui/Button';
import { PageHeader } from '@/components/ui/PageHeader';
import { control } from '@/lib/runtime/slot';
import { canEdit } from '../canEdit';
import { UsagePlanTable } from './_components/UsagePlanTable';

export const metadata: Metadata = { title: 'Usage plans' };

export default async function UsagePlansPage() {
  const actor = await requireConsole();
  const [plans, apis] = await Promise.all([control().usagePlans.list(actor), control().restApis.list(actor)]);
  const create = canEdit(actor) && (
    <Button asChild variant="primary">
      <Link href="/console/usage-plans/new">Create usage plan</Link>
    </Button>
  );
  return (
    <div className="grid gap-4 p-5">
      <PageHeader
        title="Usage plans"
        description="A plan opens stages to its API keys, and limits each key's rate and quota there."
        actions={plans.length > 0 && create}
      />
      <UsagePlanTable
        plans={plans}
        apiNames={Object.fromEntries(apis.map((api) => [api.id, api.name]))}
        create={create}
      />
    </div>
  );
}
