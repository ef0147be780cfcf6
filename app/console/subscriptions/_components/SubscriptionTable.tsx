'use client';

import { useState } from 'react';
import { DataTable } from '@/components/ui/DataTable';
import { EmptyState } from '@/components/ui/EmptyState';
import { toast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import { useUrlState } from '@/components/ui/useUrlState';
import type { Subscription } from '@/lib/model/portal';
import { decideSubscription } from '../actions';
import { DecisionButtons } from './DecisionButtons';
import { countStates, pendingFirst } from './pendingFirst';
import { RejectDialog } from './RejectDialog';
import { StateFilter } from './StateFilter';
import { subscriptionColumns } from './subscriptionColumns';

/** Waiting ones first; the state filter lives in the address. */
export function SubscriptionTable(props: { subscriptions: Subscription[]; editable: boolean }) {
  const [state, setState] = useUrlState('state');
  const [rejecting, setRejecting] = useState<Subscription | null>(null);
  const approve = useAction(decideSubscription, { announce: true });
  const rows = pendingFirst(props.subscriptions).filter((each) => !state || each.state === state);
  const buttons = (subscription: Subscription) => (
    <DecisionButtons
      subscription={subscription}
      busy={approve.pending}
      onApprove={async () => {
        const done = await approve.run({ subscriptionId: subscription.id, decision: 'ACTIVE' });
        if (done) toast(`${done.appName} has ${done.usagePlanName}`);
      }}
      onReject={() => setRejecting(subscription)}
    />
  );
  if (props.subscriptions.length === 0) return <NoSubscription />;
  return (
    <div className="grid min-w-0 gap-3">
      <StateFilter
        value={state}
        onChange={setState}
        counts={countStates(props.subscriptions)}
        total={props.subscriptions.length}
      />
      <DataTable
        label="Subscriptions"
        rows={rows}
        columns={subscriptionColumns(props.editable ? buttons : undefined)}
        rowKey={(subscription) => subscription.id}
        empty={<p className="rounded-md border px-3 py-8 text-center text-muted">None in this state.</p>}
      />
      {rejecting && <RejectDialog subscription={rejecting} onClose={() => setRejecting(null)} />}
    </div>
  );
}

const NoSubscription = () => (
  <EmptyState title="No subscription yet">
    A developer subscribes an app to a plan that is offered in the portal, on the page of an API.
  </EmptyState>
);
