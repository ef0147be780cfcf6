'use client';

import type { ReactNode } from 'react';
import { type ApiKind, apiHref, workspaces } from '@/components/console/places';
import { Badge } from '@/components/ui/Badge';
import { CopyButton } from '@/components/ui/CopyButton';
import { type Column, DataTable } from '@/components/ui/DataTable';
import { EmptyState } from '@/components/ui/EmptyState';
import { Select } from '@/components/ui/Select';
import { timeColumn } from '@/components/ui/timeColumn';
import { useUrlState } from '@/components/ui/useUrlState';
import type { ApiLine } from './apiLines';

const columns: Column<ApiLine>[] = [
  {
    id: 'name',
    header: 'Name',
    fixed: true,
    text: (api) => api.name,
    cell: (api) => (
      <span className="font-medium" title={api.name}>
        {api.name}
      </span>
    ),
    className: 'max-w-[34ch]',
  },
  {
    id: 'kind',
    header: 'Kind',
    text: (api) => workspaces[api.kind].word,
    cell: (api) => workspaces[api.kind].word,
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
    header: 'Methods or routes',
    align: 'right',
    text: (api) => api.callableCount,
    cell: (api) => api.callableCount,
  },
  { id: 'version', header: 'Version', hidden: true, text: (api) => api.version, cell: (api) => api.version },
  {
    id: 'description',
    header: 'Description',
    text: (api) => api.description,
    cell: (api) => <span title={api.description}>{api.description}</span>,
    className: 'max-w-[26ch]',
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

const kinds: readonly ApiKind[] = ['REST', 'HTTP', 'WEBSOCKET'];

/** All APIs; Enter or a click opens one. `?kind=` shows one kind only. */
export function ApiTable({ apis, create }: { apis: ApiLine[]; create: ReactNode }) {
  const [kind, setKind] = useUrlState('kind');
  const there = kinds.filter((each) => apis.some((api) => api.kind === each));
  const shown = there.find((each) => each === kind);
  const filter = there.length > 1 && (
    <Select
      aria-label="Kind"
      className="w-36"
      value={shown ?? ''}
      onChange={(event) => setKind(event.target.value)}
      options={[
        { value: '', label: 'Every kind' },
        ...there.map((value) => ({ value, label: workspaces[value].word })),
      ]}
    />
  );
  return (
    <DataTable
      label="APIs"
      rows={shown ? apis.filter((api) => api.kind === shown) : apis}
      columns={columns}
      rowKey={(api) => api.id}
      rowHref={(api) => `${apiHref(api)}/${workspaces[api.kind].tabs[0]?.path ?? ''}`}
      initialSort="name.asc"
      actions={filter}
      empty={
        <EmptyState title="No API yet" actions={create}>
          Create one from scratch, from an OpenAPI document, or begin with the pet store sample.
        </EmptyState>
      }
    />
  );
}
