'use client';

import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/Badge';
import { type Column, DataTable } from '@/components/ui/DataTable';
import { EmptyState } from '@/components/ui/EmptyState';
import { timeColumn } from '@/components/ui/timeColumn';
import type { UsagePlan } from '@/lib/model/usagePlan';
import { quotaText, throttleText } from './limitTexts';

/** All plans; Enter or a click opens one. */
export function UsagePlanTable(props: {
  plans: UsagePlan[];
  apiNames: Record<string, string>;
  create: ReactNode;
}) {
  const stages = (plan: UsagePlan) =>
    plan.apiStages.map(({ apiId, stage }) => `${props.apiNames[apiId] ?? apiId} · ${stage}`).join(', ');
  const stageColumn: Column<UsagePlan> = {
    id: 'stages',
    header: 'Stages',
    text: stages,
    cell: (plan) => <span title={stages(plan)}>{stages(plan) || <Muted>None</Muted>}</span>,
  };
  return (
    <DataTable
      label="Usage plans"
      rows={props.plans}
      columns={[...limitColumns, stageColumn, ...moreColumns]}
      rowKey={(plan) => plan.id}
      initialSort="name.asc"
      rowHref={(plan) => `/console/usage-plans/${plan.id}`}
      empty={
        <EmptyState title="No usage plan yet" actions={props.create}>
          A plan opens stages to API keys, for example 10 calls a second and 10,000 a month.
        </EmptyState>
      }
    />
  );
}

const Muted = ({ children }: { children: string }) => <span className="text-muted">{children}</span>;

const limitColumns: Column<UsagePlan>[] = [
  {
    id: 'name',
    header: 'Name',
    fixed: true,
    text: (plan) => plan.name,
    cell: (plan) => <span title={plan.description}>{plan.name}</span>,
  },
  {
    id: 'throttle',
    header: 'Rate and burst',
    text: (plan) => throttleText(plan.throttle),
    sort: (plan) => plan.throttle?.rateLimit ?? Number.MAX_SAFE_INTEGER,
    cell: (plan) => throttleText(plan.throttle) ?? <Muted>No limit</Muted>,
  },
  {
    id: 'quota',
    header: 'Quota',
    text: (plan) => quotaText(plan.quota),
    sort: (plan) => plan.quota?.limit ?? Number.MAX_SAFE_INTEGER,
    cell: (plan) => quotaText(plan.quota) ?? <Muted>No limit</Muted>,
  },
];

const moreColumns: Column<UsagePlan>[] = [
  {
    id: 'keys',
    header: 'Keys',
    align: 'right',
    text: (plan) => plan.keyCount,
    cell: (plan) => plan.keyCount.toLocaleString('en'),
  },
  {
    id: 'portal',
    header: 'Portal',
    text: portalText,
    cell: (plan) =>
      plan.offeredInPortal ? <Badge tone="success">{portalText(plan)}</Badge> : <Muted>No</Muted>,
  },
  timeColumn('created', 'Created', (plan) => plan.createdDate, { hidden: true }),
  { id: 'id', header: 'Id', hidden: true, text: (plan) => plan.id, cell: (plan) => <code>{plan.id}</code> },
];

function portalText(plan: UsagePlan): string {
  if (!plan.offeredInPortal) return 'No';
  return plan.approvalRequired ? 'With approval' : 'Offered';
}
