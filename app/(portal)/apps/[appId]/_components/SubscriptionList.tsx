'use client';

import Link from 'next/link';
import { Badge } from '@/components/ui/Badge';
import { Button } from '@/components/ui/Button';
import { RelativeTime } from '@/components/ui/RelativeTime';
import { useAction } from '@/components/ui/useAction';
import type { Subscription } from '@/lib/model/portal';
import { cancelSubscription } from '../../actions';

const states = {
  ACTIVE: { tone: 'success', label: 'Active' },
  PENDING: { tone: 'warning', label: 'Waiting for approval' },
  REJECTED: { tone: 'danger', label: 'Rejected' },
  CANCELLED: { tone: 'neutral', label: 'Cancelled' },
} as const;

/** Plans that the app's keys work with, and what became of the requests. */
export function SubscriptionList({ subscriptions }: { subscriptions: Subscription[] }) {
  const cancel = useAction(cancelSubscription, { announce: true });
  return (
    <section aria-labelledby="subscriptions" className="space-y-3">
      <h2 id="subscriptions" className="font-semibold text-xl">
        Subscriptions
      </h2>
      {subscriptions.length === 0 && (
        <p className="border-y py-6 text-muted">
          No subscription yet.{' '}
          <Link href="/" className="text-accent-ink underline">
            Choose an API
          </Link>{' '}
          and subscribe to one of its plans.
        </p>
      )}
      {subscriptions.length > 0 && (
        <ul className="divide-y border-y">
          {subscriptions.map((each) => (
            <li key={each.id} className="flex flex-wrap items-center gap-x-6 gap-y-2 py-3">
              <p className="flex min-w-40 flex-1 flex-wrap items-center gap-2">
                <span className="font-medium">{each.usagePlanName}</span>
                <Badge tone={states[each.state].tone}>{states[each.state].label}</Badge>
              </p>
              <p className="text-muted text-small">
                since <RelativeTime time={each.createdDate} />
              </p>
              {(each.state === 'ACTIVE' || each.state === 'PENDING') && (
                <Button
                  size="sm"
                  busy={cancel.pending}
                  onClick={() => void cancel.run({ subscriptionId: each.id })}
                >
                  Cancel
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
