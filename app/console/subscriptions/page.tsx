import type { Metadata } from 'next';
import { requireConsole } from '@/app/currentActor';
import { PageHeader } from '@/components/ui/PageHeader';
import { control } from '@/lib/runtime/slot';
import { canEdit } from '../canEdit';
import { SubscriptionTable } from './_components/SubscriptionTable';

export const metadata: Metadata = { title: 'Subscriptions' };

export default async function SubscriptionsPage() {
  const actor = await requireConsole();
  const subscriptions = await control().portal.subscriptions(actor);
  return (
    <div className="grid gap-4 p-5">
      <PageHeader
        title="Subscriptions"
        description="Apps of portal developers and the plans that they asked for. Those of plans that need approval wait here."
      />
      <SubscriptionTable subscriptions={subscriptions} editable={canEdit(actor)} />
    </div>
  );
}
