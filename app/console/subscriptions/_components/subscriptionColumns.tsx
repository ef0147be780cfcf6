import Link from 'next/link';
import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/Badge';
import type { Column } from '@/components/ui/DataTable';
import { RelativeTime } from '@/components/ui/RelativeTime';
import type { Subscription } from '@/lib/model/portal';
import { subscriptionStateWords } from './subscriptionStateWords';

/** @param decide the row's buttons; absent for viewers */
export function subscriptionColumns(
  decide?: (subscription: Subscription) => ReactNode,
): Column<Subscription>[] {
  const actions: Column<Subscription> = {
    id: 'actions',
    header: 'Decision',
    fixed: true,
    cell: (subscription) => decide?.(subscription),
  };
  return decide ? [...columns, actions] : columns;
}

const columns: Column<Subscription>[] = [
  {
    id: 'app',
    header: 'App',
    fixed: true,
    text: (subscription) => subscription.appName,
    cell: (subscription) => subscription.appName,
  },
  {
    id: 'developer',
    header: 'Developer',
    text: (subscription) => subscription.developerEmail,
    cell: (subscription) => subscription.developerEmail,
  },
  {
    id: 'plan',
    header: 'Plan',
    text: (subscription) => subscription.usagePlanName,
    cell: ({ usagePlanId, usagePlanName }) => (
      <Link
        href={`/console/usage-plans/${usagePlanId}`}
        className="underline underline-offset-2 hover:text-accent-ink"
      >
        {usagePlanName}
      </Link>
    ),
  },
  {
    id: 'state',
    header: 'State',
    text: ({ state }) => subscriptionStateWords[state].label,
    cell: ({ state }) => (
      <Badge tone={subscriptionStateWords[state].tone}>{subscriptionStateWords[state].label}</Badge>
    ),
  },
  {
    id: 'asked',
    header: 'Asked',
    text: (subscription) => new Date(subscription.createdDate).toISOString(),
    cell: (subscription) => <RelativeTime time={subscription.createdDate} />,
  },
];
