'use client';

import { Ellipsis, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { DataTable } from '@/components/ui/DataTable';
import { DropdownMenu } from '@/components/ui/DropdownMenu';
import { EmptyState } from '@/components/ui/EmptyState';
import { IconButton } from '@/components/ui/IconButton';
import { type ModelRow, modelColumns } from './modelColumns';
import { modelHref } from './modelHref';
import { useModelDeletion } from './useModelDeletion';

/** All models of an API; Enter or a click opens one. `create` is the button, absent for viewers. */
export function ModelTable(props: { restApiId: string; rows: ModelRow[]; create?: ReactNode }) {
  const { restApiId, create } = props;
  const { remove } = useModelDeletion(restApiId);
  const menu = ({ name }: ModelRow) => (
    <DropdownMenu
      trigger={
        <IconButton label={`Actions for ${name}`} className="size-7">
          <Ellipsis aria-hidden />
        </IconButton>
      }
      items={[
        { label: create ? 'Edit' : 'Open', href: modelHref(restApiId, name) },
        { label: 'Delete', icon: <Trash2 aria-hidden />, danger: true, onSelect: () => void remove(name) },
      ]}
    />
  );
  return (
    <DataTable
      label="Models"
      rows={props.rows}
      columns={modelColumns(create ? menu : undefined)}
      rowKey={({ name }) => name}
      rowHref={({ name }) => modelHref(restApiId, name)}
      initialSort="name.asc"
      actions={create}
      empty={
        <EmptyState title="No model yet" actions={create}>
          A model is the JSON Schema of a body: a method refuses requests that do not keep to it, and the
          reference shows it.
        </EmptyState>
      }
    />
  );
}
