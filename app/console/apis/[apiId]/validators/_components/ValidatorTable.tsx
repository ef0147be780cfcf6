'use client';

import { Ellipsis, Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { DataTable } from '@/components/ui/DataTable';
import { DropdownMenu } from '@/components/ui/DropdownMenu';
import { EmptyState } from '@/components/ui/EmptyState';
import { IconButton } from '@/components/ui/IconButton';
import { useUrlState } from '@/components/ui/useUrlState';
import { useValidatorDeletion } from './useValidatorDeletion';
import { ValidatorDialog } from './ValidatorDialog';
import { type ValidatorRow, validatorColumns } from './validatorColumns';

/** All request validators of an API; `?create=1` opens the dialog of a new one. */
export function ValidatorTable(props: { restApiId: string; rows: ValidatorRow[]; editable: boolean }) {
  const { restApiId, editable } = props;
  const [create, setCreate] = useUrlState('create');
  const [edited, setEdited] = useState<ValidatorRow>();
  const remove = useValidatorDeletion(restApiId);
  const close = () => {
    setCreate('');
    setEdited(undefined);
  };
  const button = editable && (
    <Button variant="primary" onClick={() => setCreate('1')}>
      <Plus aria-hidden />
      Create request validator
    </Button>
  );
  const menu = (row: ValidatorRow) => <Menu row={row} onEdit={setEdited} onDelete={remove} />;
  return (
    <>
      <DataTable
        label="Request validators"
        rows={props.rows}
        columns={validatorColumns(editable ? menu : undefined)}
        rowKey={({ id }) => id}
        initialSort="name.asc"
        actions={button}
        empty={
          <EmptyState title="No request validator yet" actions={button}>
            A validator says what the gateway checks before the backend sees a call: required parameters, the
            body against its model, or both. A method names one in its method request.
          </EmptyState>
        }
      />
      {editable && (edited || create === '1') && (
        <ValidatorDialog restApiId={restApiId} validator={edited} onClose={close} />
      )}
    </>
  );
}

function Menu(props: {
  row: ValidatorRow;
  onEdit: (row: ValidatorRow) => void;
  onDelete: (row: ValidatorRow) => void;
}) {
  const { row } = props;
  return (
    <DropdownMenu
      trigger={
        <IconButton label={`Actions for ${row.name}`} className="size-7">
          <Ellipsis aria-hidden />
        </IconButton>
      }
      items={[
        { label: 'Edit', icon: <Pencil aria-hidden />, onSelect: () => props.onEdit(row) },
        {
          label: 'Delete',
          icon: <Trash2 aria-hidden />,
          danger: true,
          onSelect: () => props.onDelete(row),
        },
      ]}
    />
  );
}
