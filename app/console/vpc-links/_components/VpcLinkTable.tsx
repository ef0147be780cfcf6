'use client';

import type { ReactNode } from 'react';
import { type Column, DataTable } from '@/components/ui/DataTable';
import { EmptyState } from '@/components/ui/EmptyState';
import { timeColumn } from '@/components/ui/timeColumn';
import type { VpcLink } from '@/lib/model/vpcLink';
import { HealthBadge } from './HealthBadge';

/** All links; Enter or a click opens one. */
export function VpcLinkTable(props: { links: VpcLink[]; create: ReactNode }) {
  return (
    <DataTable
      label="VPC links"
      rows={props.links}
      columns={columns}
      rowKey={(link) => link.id}
      initialSort="name.asc"
      rowHref={(link) => `/console/vpc-links/${link.id}`}
      empty={
        <EmptyState title="No VPC link yet" actions={props.create}>
          A link is a named group of private backends, such as 10.0.0.7:8080. Integrations name it in place of
          an address.
        </EmptyState>
      }
    />
  );
}

const columns: Column<VpcLink>[] = [
  {
    id: 'name',
    header: 'Name',
    fixed: true,
    text: (link) => link.name,
    cell: (link) => (
      <span title={link.description ?? link.name} className="block max-w-[40ch] truncate">
        {link.name}
      </span>
    ),
  },
  {
    id: 'targets',
    header: 'Targets',
    text: (link) => link.targets.join(' '),
    cell: (link) => (
      <span className="block max-w-[40ch] truncate font-mono text-small" title={link.targets.join(', ')}>
        {link.targets.join(', ')}
      </span>
    ),
  },
  { id: 'health', header: 'Health', width: '18ch', cell: (link) => <HealthBadge link={link} /> },
  {
    id: 'uses',
    header: 'Methods',
    align: 'right',
    text: (link) => link.usedBy.length,
    cell: (link) => link.usedBy.length.toLocaleString('en'),
  },
  timeColumn('created', 'Created', (link) => link.createdDate),
  { id: 'id', header: 'Id', hidden: true, text: (link) => link.id, cell: (link) => <code>{link.id}</code> },
];
