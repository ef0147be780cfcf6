'use client';

import { Play, Plus, Trash2 } from 'lucide-react';
import { AuthorizerTester } from '@/app/console/_components/v2/authorizerTester/AuthorizerTester';
import type { FunctionChoice } from '@/components/console/functionChoices';
import { functionWords } from '@/components/console/functionUri';
import { MissingBadge } from '@/components/console/permissions/MissingBadge';
import { MissingNotice } from '@/components/console/permissions/MissingNotice';
import { Badge } from '@/components/ui/Badge';
import { Button } from '@/components/ui/Button';
import { type Column, DataTable } from '@/components/ui/DataTable';
import { EmptyState } from '@/components/ui/EmptyState';
import { IconButton } from '@/components/ui/IconButton';
import { undoToast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import { useUrlState } from '@/components/ui/useUrlState';
import type { Authorizer } from '@/lib/model/v2/authorizer';
import { deleteAuthorizer, saveAuthorizer } from '../actions';
import { AuthorizerDrawer } from './AuthorizerDrawer';

interface Row extends Authorizer {
  /** $connect names it */
  isUsed: boolean;
}

/** All authorizers; a name opens one. One that $connect names is not deleted, and the toast says why. */
export function AuthorizerTable(props: {
  apiId: string;
  rows: Row[];
  functions: FunctionChoice[];
  stageNames: string[];
  editable: boolean;
}) {
  const { apiId, rows, functions, editable } = props;
  const [open, setOpen] = useUrlState('authorizer', '', { push: true });
  const [tested, tryOut] = useUrlState('test', '', { push: true });
  const deletion = useAction(deleteAuthorizer, { announce: true });
  const restoration = useAction(saveAuthorizer, { announce: true });
  const remove = async ({ authorizerId, name }: Row) => {
    const authorizer = await deletion.run({ apiId, authorizerId });
    if (!authorizer) return;
    undoToast(`Authorizer ${name} deleted`, () => void restoration.run({ apiId, authorizer }));
  };
  const shown = rows.find(({ authorizerId }) => authorizerId === open);
  const underTest = editable ? rows.find(({ authorizerId }) => authorizerId === tested) : undefined;
  const create = editable && (
    <Button onClick={() => setOpen('+')}>
      <Plus aria-hidden />
      Create authorizer
    </Button>
  );
  return (
    <>
      {rows.map(({ authorizerId, authorizerUri, name }) => (
        <MissingNotice
          key={authorizerId}
          uri={authorizerUri}
          usedBy={[`authorizer ${name}`]}
          consequence={`clients that ${name} is asked about are refused with 500`}
        />
      ))}
      <DataTable
        label="Authorizers"
        rows={rows}
        columns={columns(setOpen, editable ? { test: tryOut, remove: (row) => void remove(row) } : undefined)}
        rowKey={({ authorizerId }) => authorizerId}
        initialSort="name.asc"
        actions={create}
        empty={
          <EmptyState title="No authorizer yet" actions={create}>
            Without one anybody may connect, or whoever signs by IAM, as $connect says.
          </EmptyState>
        }
      />
      {(shown || (open === '+' && editable)) && (
        <AuthorizerDrawer
          key={open}
          apiId={apiId}
          {...(shown && { authorizer: shown })}
          functions={functions}
          editable={editable}
          onClose={() => setOpen('')}
        />
      )}
      {underTest && (
        <AuthorizerTester
          key={tested}
          apiId={apiId}
          authorizer={underTest}
          routes={[]}
          stageNames={props.stageNames}
          onClose={() => tryOut('')}
        />
      )}
    </>
  );
}

interface RowActions {
  test: (authorizerId: string) => void;
  remove: (row: Row) => void;
}

const columns = (open: (id: string) => void, actions?: RowActions): Column<Row>[] => [
  {
    id: 'name',
    header: 'Name',
    fixed: true,
    text: ({ name }) => name,
    cell: ({ name, authorizerId, isUsed }) => (
      <span className="flex items-center gap-2">
        <button type="button" className="text-accent-ink hover:underline" onClick={() => open(authorizerId)}>
          {name}
        </button>
        {isUsed && <Badge tone="accent">$connect</Badge>}
      </span>
    ),
  },
  {
    id: 'function',
    header: 'Function',
    text: ({ authorizerUri = '' }) => functionWords(authorizerUri),
    cell: ({ authorizerUri = '', name }) => (
      <span className="flex items-center gap-2">
        <span className="font-mono text-small">{functionWords(authorizerUri)}</span>
        <MissingBadge usedBy={[`authorizer ${name}`]} />
      </span>
    ),
  },
  {
    id: 'identitySource',
    header: 'Identity sources',
    text: ({ identitySource = [] }) => identitySource.join(', '),
    cell: ({ identitySource = [] }) => (
      <span className="font-mono text-small">{identitySource.join(', ')}</span>
    ),
  },
  ...(actions
    ? [
        {
          id: 'actions',
          header: 'Actions',
          width: '16ch',
          fixed: true,
          cell: (row: Row) => (
            <span className="flex items-center gap-1">
              <Button
                size="sm"
                variant="ghost"
                aria-label={`Test ${row.name}`}
                onClick={() => actions.test(row.authorizerId)}
              >
                <Play aria-hidden />
                Test
              </Button>
              <IconButton
                label={`Delete authorizer ${row.name}`}
                className="size-7"
                onClick={() => actions.remove(row)}
              >
                <Trash2 aria-hidden />
              </IconButton>
            </span>
          ),
        },
      ]
    : []),
];
