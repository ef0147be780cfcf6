import type { Column } from '@/components/ui/DataTable';
import type { ResourceServer } from '@/lib/model/userPool';

export interface ServerRow extends ResourceServer {
  /** app clients that are allowed one of its scopes */
  clientNames: string[];
}

export const serversOf = (rows: readonly ServerRow[]): ResourceServer[] =>
  rows.map(({ clientNames: _, ...server }) => server);

export const actionColumn = { id: 'actions', header: 'Actions', width: '11ch', fixed: true };

const mono = (text: string) => (
  <span title={text} className="block max-w-[48ch] truncate font-mono text-small">
    {text}
  </span>
);

export const columns: Column<ServerRow>[] = [
  {
    id: 'identifier',
    header: 'Identifier',
    fixed: true,
    text: ({ identifier }) => identifier,
    cell: ({ identifier }) => mono(identifier),
  },
  {
    id: 'name',
    header: 'Name',
    text: ({ name }) => name,
    cell: ({ name }) => (
      <span title={name} className="block max-w-[32ch] truncate">
        {name}
      </span>
    ),
  },
  {
    id: 'scopes',
    header: 'Scopes',
    text: ({ scopes }) => scopes.map(({ name }) => name).join(', '),
    cell: ({ scopes }) => mono(scopes.map(({ name }) => name).join(', ')),
  },
  {
    id: 'clients',
    header: 'App clients',
    text: ({ clientNames }) => clientNames.join(', '),
    sort: ({ clientNames }) => clientNames.length,
    cell: ({ clientNames }) =>
      clientNames.length > 0 ? (
        <span title={clientNames.join('\n')} className="block max-w-[32ch] truncate">
          {clientNames.join(', ')}
        </span>
      ) : (
        <span className="text-muted">None</span>
      ),
  },
];
