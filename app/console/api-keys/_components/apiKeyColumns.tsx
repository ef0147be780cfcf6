import Link from 'next/link';
import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/Badge';
import { CopyButton } from '@/components/ui/CopyButton';
import type { Column } from '@/components/ui/DataTable';
import { RelativeTime } from '@/components/ui/RelativeTime';
import { timeColumn } from '@/components/ui/timeColumn';
import type { KeyLine } from './keyLines';

/** @param menu the row's actions; absent for viewers */
export function apiKeyColumns(menu?: (key: KeyLine) => ReactNode): Column<KeyLine>[] {
  const actions: Column<KeyLine> = {
    id: 'actions',
    header: 'Actions',
    width: '11ch',
    fixed: true,
    cell: (key) => menu?.(key),
  };
  return menu ? [...columns, actions] : columns;
}

const columns: Column<KeyLine>[] = [
  {
    id: 'name',
    header: 'Name',
    fixed: true,
    text: (key) => key.name,
    cell: (key) => <span title={key.description}>{key.name || <em className="text-muted">No name</em>}</span>,
  },
  {
    id: 'hint',
    header: 'Value',
    text: (key) => key.hint,
    cell: (key) => <span className="font-mono text-small">{key.hint}</span>,
  },
  { id: 'state', header: 'State', text: stateOf, cell: (key) => <KeyState apiKey={key} /> },
  {
    id: 'plans',
    header: 'Plans',
    text: (key) => key.plans.map((plan) => plan.name).join(' '),
    cell: (key) => <PlanLinks plans={key.plans} />,
  },
  { id: 'owner', header: 'Portal app', text: (key) => key.owner, cell: (key) => key.owner },
  timeColumn('used', 'Last used', (key) => key.lastUsedAt),
  timeColumn('created', 'Created', (key) => key.createdDate),
  {
    id: 'id',
    header: 'Id',
    hidden: true,
    text: (key) => key.id,
    cell: (key) => <CopyButton value={key.id} what="API key id" showValue />,
  },
  {
    id: 'description',
    header: 'Description',
    hidden: true,
    text: (key) => key.description,
    cell: (key) => key.description,
  },
];

function stateOf(key: KeyLine): string {
  if (!key.enabled) return 'Disabled';
  if (key.ownerDisabled) return 'Developer disabled';
  return key.expiresAt ? 'Rotated' : 'Enabled';
}

function KeyState({ apiKey }: { apiKey: KeyLine }) {
  if (!apiKey.enabled) return <Badge>Disabled</Badge>;
  if (apiKey.ownerDisabled) return <Badge>Developer disabled</Badge>;
  if (!apiKey.expiresAt) return <Badge tone="success">Enabled</Badge>;
  return (
    <Badge tone="warning">
      Rotated, ends&nbsp;
      <RelativeTime time={apiKey.expiresAt} />
    </Badge>
  );
}

function PlanLinks({ plans }: { plans: KeyLine['plans'] }) {
  if (plans.length === 0) return <span className="text-muted">None</span>;
  return plans.map(({ id, name }, index) => (
    <span key={id}>
      {index > 0 && ', '}
      <Link
        href={`/console/usage-plans/${id}`}
        className="underline underline-offset-2 hover:text-accent-ink"
      >
        {name}
      </Link>
    </span>
  ));
}
