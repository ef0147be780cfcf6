'use client';

import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/Badge';
import { CopyButton } from '@/components/ui/CopyButton';
import { type Column, DataTable } from '@/components/ui/DataTable';
import { EmptyState } from '@/components/ui/EmptyState';
import { timeColumn } from '@/components/ui/timeColumn';
import type { RestApi } from '@/lib/control/control';

const columns: Column<RestApi>[] = [
  {
    id: 'name',
    header: 'Name',
    fixed: true,
    text: (api) => api.name,
    cell: (api) => <span className="font-medium">{api.name}</span>,
  },
  {
    id: 'id',
    header: 'Id',
    text: (api) => api.id,
    cell: (api) => <CopyButton value={api.id} what="API id" showValue />,
  },
  {
    id: 'stages',
    header: 'Stages',
    text: (api) => api.stageNames.join(' '),
    cell: (api) => <Stages names={api.stageNames} />,
  },
  {
    id: 'methods',
    header: 'Methods',
    align: 'right',
    text: (api) => api.methodCount,
    cell: (api) => api.methodCount,
  },
  { id: 'version', header: 'Version', hidden: true, text: (api) => api.version, cell: (api) => api.version },
  {
    id: 'description',
    header: 'Description',
    text: (api) => api.description,
    cell: (api) => api.description,
  },
  timeColumn('created', 'Created', (api) => api.createdDate),
];

function Stages({ names }: { names: string[] }) {
  if (names.length === 0) return <Badge tone="warning">Not deployed</Badge>;
  return (
    <span className="flex gap-1">
      {names.map((name) => (
        <Badge key={name}>{name}</Badge>
      ))}
    </span>
  );
}

/** All APIs; Enter or a click opens one. */
export function ApiTable({ apis, create }: { apis: RestApi[]; create: ReactNode }) {
  return (
    <DataTable
      label="APIs"
      rows={apis}
      columns={columns}
      rowKey={(api) => api.id}
      rowHref={(api) => `/console/apis/${api.id}/resources`}
      empty={
        <EmptyState title="No API yet" actions={create}>
          Create one from scratch, from an OpenAPI document, or begin with the pet store sample.
        </EmptyState>
      }
    />
  );
}
