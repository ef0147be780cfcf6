import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/Badge';
import type { Column } from '@/components/ui/DataTable';
import { Progress } from '@/components/ui/Progress';
import { timeColumn } from '@/components/ui/timeColumn';
import type { PlanKeyLine } from './planKeyLines';

const nameColumns: Column<PlanKeyLine>[] = [
  {
    id: 'name',
    header: 'Name',
    fixed: true,
    text: (key) => key.name || key.hint,
    cell: (key) => (
      <span className="inline-flex items-center gap-2">
        {key.name || key.hint}
        {!key.enabled && <Badge>Disabled</Badge>}
        {key.enabled && key.ownerDisabled && <Badge>Developer disabled</Badge>}
      </span>
    ),
  },
  {
    id: 'hint',
    header: 'Value',
    text: (key) => key.hint,
    cell: (key) => <span className="font-mono text-small">{key.hint}</span>,
  },
];

const quotaColumn: Column<PlanKeyLine> = {
  id: 'quota',
  header: 'Quota used',
  text: (key) => key.quota?.used,
  className: 'min-w-44',
  width: '26ch',
  cell: (key) => key.quota && <QuotaBar used={key.quota.used} limit={key.quota.limit} />,
};

const usedColumn = timeColumn<PlanKeyLine>('used', 'Last used', (key) => key.lastUsedAt);

/** @param remove the row's button; absent for viewers */
export function planKeyColumns(
  hasQuota: boolean,
  remove?: (key: PlanKeyLine) => ReactNode,
): Column<PlanKeyLine>[] {
  const actions: Column<PlanKeyLine> = {
    id: 'actions',
    header: 'Actions',
    width: '11ch',
    fixed: true,
    cell: (key) => remove?.(key),
  };
  return [...nameColumns, ...(hasQuota ? [quotaColumn] : []), usedColumn, ...(remove ? [actions] : [])];
}

function QuotaBar({ used, limit }: { used: number; limit: number }) {
  const share = limit > 0 ? used / limit : 1;
  const tone = share >= 1 ? 'danger' : share >= 0.8 ? 'warning' : undefined;
  const words = `${used.toLocaleString('en')} of ${limit.toLocaleString('en')}`;
  return (
    <div className="grid gap-1">
      <span className="tabular text-small leading-4">{words}</span>
      <Progress label={`Quota used: ${words}`} hideLabel value={share * 100} tone={tone} />
    </div>
  );
}
