'use client';

import { Plus, Trash2 } from 'lucide-react';
import { Button } from '@/components/ui/Button';
import { type Column, DataTable } from '@/components/ui/DataTable';
import { EmptyState } from '@/components/ui/EmptyState';
import { IconButton } from '@/components/ui/IconButton';
import { undoToast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import { useUrlState } from '@/components/ui/useUrlState';
import type { Model } from '@/lib/model/v2/model';
import { deleteModel, saveModel } from '../actions';
import { ModelDrawer } from './ModelDrawer';

interface Row extends Model {
  /** keys of routes that name it */
  uses: string[];
}

/** All models; a name opens one. A model that something names is not deleted, and the toast says why. */
export function ModelTable(props: { apiId: string; rows: Row[]; editable: boolean }) {
  const { apiId, rows, editable } = props;
  const [open, setOpen] = useUrlState('model', '', { push: true });
  const deletion = useAction(deleteModel, { announce: true });
  const restoration = useAction(saveModel, { announce: true });
  const remove = async ({ modelId, name }: Row) => {
    const model = await deletion.run({ apiId, modelId });
    if (model) undoToast(`Model ${name} deleted`, () => void restoration.run({ apiId, model }));
  };
  const shown = rows.find(({ name }) => name === open);
  const create = editable && (
    <Button onClick={() => setOpen('+')}>
      <Plus aria-hidden />
      Create model
    </Button>
  );
  return (
    <>
      <DataTable
        label="Models"
        rows={rows}
        columns={columns(setOpen, editable ? (row) => void remove(row) : undefined)}
        rowKey={({ modelId }) => modelId}
        initialSort="name.asc"
        actions={create}
        empty={
          <EmptyState title="No model yet" actions={create}>
            A model is the JSON Schema of a message: a route refuses messages that do not keep to it.
          </EmptyState>
        }
      />
      {(shown || (open === '+' && editable)) && (
        <ModelDrawer
          key={open}
          apiId={apiId}
          {...(shown && { model: shown })}
          editable={editable}
          onClose={() => setOpen('')}
        />
      )}
    </>
  );
}

const columns = (open: (name: string) => void, remove?: (row: Row) => void): Column<Row>[] => [
  {
    id: 'name',
    header: 'Name',
    fixed: true,
    text: ({ name }) => name,
    cell: ({ name }) => (
      <button type="button" className="text-accent-ink hover:underline" onClick={() => open(name)}>
        {name}
      </button>
    ),
  },
  {
    id: 'uses',
    header: 'Validates messages of',
    text: ({ uses }) => uses.join(', '),
    cell: ({ uses }) => <span className="font-mono text-small">{uses.join(', ')}</span>,
  },
  {
    id: 'description',
    header: 'Description',
    text: ({ description }) => description,
    cell: ({ description }) => description,
  },
  ...(remove
    ? [
        {
          id: 'actions',
          header: 'Actions',
          width: '11ch',
          fixed: true,
          cell: (row: Row) => (
            <IconButton label={`Delete model ${row.name}`} className="size-7" onClick={() => remove(row)}>
              <Trash2 aria-hidden />
            </IconButton>
          ),
        },
      ]
    : []),
];
