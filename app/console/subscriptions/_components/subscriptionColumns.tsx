import Link from 'next/link';
import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/Badge';
import type { Column } from '@/components/ui/DataTable';
import { timeColumn } from '@/components/ui/timeColumn';
import type { Subscription } from '@/lib/model/portal';
import { subscriptionStateWords } from './subscriptionStateWords';

/** @param decide the buttons beside the state; absent for viewers */
export const subscriptionColumns = (
  decide?: (subscription: Subscription) => ReactNode,
): Column<Subscription>[] => [
  {
    id: 'app',
    header: 'App',
    fixed: true,
    className: 'max-sm:max-w-[20ch]',
    text: (subscription) => subscription.appName,
    cell: ({ appName }) => <span title={appName}>{appName}</span>,
  },
  {
    id: 'state',
    header: 'State',
    fixed: true,
    width: decide ? 'min(31ch, max(17ch, 30vw))' : undefined,
    text: ({ state }) => subscriptionStateWords[state].label,
    cell: (subscription) => (
      <span className="inline-flex items-center gap-2">
        <Badge
          tone={subscriptionStateWords[subscription.state].tone}
          className={decide && subscription.state === 'PENDING' ? 'max-sm:hidden' : undefined}
        >
          {subscriptionStateWords[subscription.state].label}
        </Badge>
        {decide?.(subscription)}
      </span>
    ),
  },
  ...columns,
];

const columns: Column<Subscription>[] = [
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
    id: 'developer',
    header: 'Developer',
    text: (subscription) => subscription.developerEmail,
    cell: (subscription) => subscription.developerEmail,
  },
  timeColumn('asked', 'Asked', (subscription) => subscription.createdDate),
];
