import type { ReactNode } from 'react';
import { CopyButton } from '@/components/ui/CopyButton';
import type { Column } from '@/components/ui/DataTable';
import { timeColumn } from '@/components/ui/timeColumn';
import type { LiveConnection } from '@/lib/model/v2/connection';

/** @param buttons absent for viewers */
export function connectionColumns(buttons?: (connectionId: string) => ReactNode): Column<LiveConnection>[] {
  if (!buttons) return columns;
  const cell = ({ connectionId }: LiveConnection) => buttons(connectionId);
  return [...columns, { id: 'actions', header: 'Actions', width: '22ch', fixed: true, cell }];
}

const columns: Column<LiveConnection>[] = [
  {
    id: 'connectionId',
    header: 'Connection id',
    fixed: true,
    text: ({ connectionId }) => connectionId,
    cell: ({ connectionId }) => <CopyButton value={connectionId} what="connection id" showValue />,
  },
  {
    id: 'stage',
    header: 'Stage',
    text: ({ stageName }) => stageName,
    cell: ({ stageName }) => <span className="font-mono text-small">{stageName}</span>,
  },
  timeColumn('since', 'Since', ({ connectedAt }) => connectedAt),
  timeColumn('active', 'Last active', ({ lastActiveAt }) => lastActiveAt),
  {
    id: 'address',
    header: 'Address',
    text: ({ sourceIp }) => sourceIp,
    cell: ({ sourceIp }) => <span className="font-mono text-small">{sourceIp}</span>,
  },
  {
    id: 'userAgent',
    header: 'User agent',
    hidden: true,
    text: ({ userAgent }) => userAgent,
    cell: ({ userAgent }) => <span title={userAgent}>{userAgent}</span>,
  },
];
