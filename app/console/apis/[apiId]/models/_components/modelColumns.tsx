import type { ReactNode } from 'react';
import type { Column } from '@/components/ui/DataTable';
import { MiddleEllipsis } from '@/components/ui/MiddleEllipsis';
import type { ApiModel } from '@/lib/model/restApi';

/** A model without its schema: a thousand of them go to the browser at once. */
export interface ModelRow extends Omit<ApiModel, 'schema'> {
  /** methods and models that name it */
  uses: string[];
}

export function modelColumns(menu?: (row: ModelRow) => ReactNode): Column<ModelRow>[] {
  if (!menu) return columns;
  return [...columns, { id: 'actions', header: 'Actions', width: '11ch', fixed: true, cell: menu }];
}

const columns: Column<ModelRow>[] = [
  {
    id: 'name',
    header: 'Name',
    fixed: true,
    text: ({ name }) => name,
    cell: ({ name }) => <MiddleEllipsis text={name} keep={14} />,
  },
  {
    id: 'contentType',
    header: 'Content type',
    text: ({ contentType }) => contentType,
    cell: ({ contentType }) => <span className="font-mono text-small">{contentType}</span>,
  },
  {
    id: 'uses',
    header: 'Used by',
    text: ({ uses }) => uses.join(', '),
    sort: ({ uses }) => uses.length,
    cell: ({ uses }) => <Uses uses={uses} />,
  },
  {
    id: 'description',
    header: 'Description',
    text: ({ description }) => description,
    cell: ({ description }) => <span title={description}>{description}</span>,
  },
];

function Uses({ uses: [first, ...others] }: { uses: string[] }) {
  if (!first) return <span className="text-muted">Nothing</span>;
  return (
    <span title={[first, ...others].join('\n')}>
      <span className="font-mono text-small">{first}</span>
      {others.length > 0 && <span className="text-muted"> and {others.length} more</span>}
    </span>
  );
}
