import type { ReactNode } from 'react';
import type { Column } from '@/components/ui/DataTable';
import { validatorWords } from './validatorWords';

export interface ValidatorRow {
  id: string;
  name: string;
  validateRequestParameters: boolean;
  validateRequestBody: boolean;
  /** `POST /pets` of the methods that name it */
  uses: string[];
}

export function validatorColumns(menu?: (row: ValidatorRow) => ReactNode): Column<ValidatorRow>[] {
  if (!menu) return columns;
  return [...columns, { id: 'actions', header: 'Actions', width: '11ch', fixed: true, cell: menu }];
}

const columns: Column<ValidatorRow>[] = [
  {
    id: 'name',
    header: 'Name',
    fixed: true,
    text: ({ name }) => name,
    cell: ({ name }) => <span title={name}>{name}</span>,
  },
  { id: 'checks', header: 'Checks', text: validatorWords, cell: validatorWords },
  {
    id: 'uses',
    header: 'Methods',
    text: ({ uses }) => uses.join(', '),
    sort: ({ uses }) => uses.length,
    cell: ({ uses }) =>
      uses.length === 0 ? (
        <span className="text-muted">None</span>
      ) : (
        <span title={uses.join('\n')} className="font-mono text-small">
          {uses.join(', ')}
        </span>
      ),
  },
  { id: 'id', header: 'Id', hidden: true, text: ({ id }) => id, cell: ({ id }) => <code>{id}</code> },
];
