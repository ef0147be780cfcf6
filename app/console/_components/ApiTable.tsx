'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/Badge';
import { CopyButton } from '@/components/ui/CopyButton';
import { type Column, DataTable } from '@/components/ui/DataTable';
import { EmptyState } from '@/components/ui/EmptyState';
import { RelativeTime } from '@/components/ui/RelativeTime';
import type { RestApi } from '@/lib/control/control';

const columns: Column<RestApi>[] = [
  {
    id: 'name',
    header: 'Name',
    width: '240px',
    value: (api) => api.name,
    cell: (api) => (
      <Link href={`/console/apis/${api.id}/resources`} className="font-medium hover:underline">
        {api.name}
      </Link>
    ),
  },
  {
    id: 'id',
    header: 'Id',
    width: '160px',
    value: (api) => api.id,
    cell: (api) => <CopyButton value={api.id} what="API id" showValue />,
  },
  {
    id: 'stages',
    header: 'Stages',
    width: '160px',
    value: (api) => api.stageNames.join(' '),
    cell: (api) => (
      <span className="flex gap-1">
        {api.stageNames.length > 0 ? (
          api.stageNames.map((name) => <Badge key={name}>{name}</Badge>)
        ) : (
          <Badge tone="warning">Not deployed</Badge>
        )}
      </span>
    ),
  },
  { id: 'methods', header: 'Methods', width: '90px', align: 'right', value: (api) => api.methodCount },
  { id: 'version', header: 'Version', width: '100px', value: (api) => api.version ?? '', hidden: true },
  { id: 'description', header: 'Description', width: '280px', value: (api) => api.description ?? '' },
  {
    id: 'created',
    header: 'Created',
    width: '130px',
    value: (api) => api.createdDate,
    cell: (api) => <RelativeTime time={api.createdDate} />,
  },
];

/** All APIs; Enter or a click opens one. */
export function ApiTable({ apis, create }: { apis: RestApi[]; create: ReactNode }) {
  const router = useRouter();
  return (
    <DataTable
      label="APIs"
      rows={apis}
      columns={columns}
      rowKey={(api) => api.id}
      onOpen={(api) => router.push(`/console/apis/${api.id}/resources`)}
      empty={
        <EmptyState action={create}>
          No API yet. Create one from scratch, from an OpenAPI document, or begin with the pet store sample.
        </EmptyState>
      }
    />
  );
}
