import { MissingBadge } from '@/components/console/permissions/MissingBadge';
import type { Column } from '@/components/ui/DataTable';
import { MiddleEllipsis } from '@/components/ui/MiddleEllipsis';
import type { Authorizer } from '@/lib/model/authorizer';
import { type AuthorizerUse, textOfUse } from './authorizerUses';
import { deciderWords, identityWords, ttlWords, typeWords } from './authorizerWords';

export interface AuthorizerRow extends Authorizer {
  uses: AuthorizerUse[];
}

export const authorizerColumns: Column<AuthorizerRow>[] = [
  {
    id: 'name',
    header: 'Name',
    fixed: true,
    text: ({ name }) => name,
    cell: ({ name }) => <MiddleEllipsis text={name} keep={14} />,
  },
  {
    id: 'type',
    header: 'Type',
    text: ({ type }) => typeWords[type].name,
    cell: ({ type }) => <span title={typeWords[type].meaning}>{typeWords[type].name}</span>,
  },
  {
    id: 'decider',
    header: 'Function or pools',
    text: deciderWords,
    cell: (row) => (
      <span className="flex items-center gap-2">
        <span className="max-w-[36ch] truncate font-mono text-small" title={deciderWords(row)}>
          {deciderWords(row)}
        </span>
        <MissingBadge usedBy={[`authorizer ${row.name}`]} />
      </span>
    ),
  },
  {
    id: 'identity',
    header: 'Identity source',
    text: identityWords,
    cell: (row) => (
      <span className="block max-w-[36ch] truncate" title={identityWords(row)}>
        {identityWords(row) || <span className="text-muted">None</span>}
      </span>
    ),
  },
  {
    id: 'ttl',
    header: 'Results kept',
    text: ttlWords,
    sort: ({ authorizerResultTtlInSeconds }) => authorizerResultTtlInSeconds,
    cell: (row) => <span className="text-muted">{ttlWords(row)}</span>,
  },
  {
    id: 'uses',
    header: 'Used by',
    text: ({ uses }) => uses.map(textOfUse).join(', '),
    sort: ({ uses }) => uses.length,
    cell: ({ uses }) => <Uses uses={uses.map(textOfUse)} />,
  },
  { id: 'id', header: 'Id', hidden: true, text: ({ id }) => id, cell: ({ id }) => <code>{id}</code> },
];

function Uses({ uses: [first, ...others] }: { uses: string[] }) {
  if (!first) return <span className="text-muted">No method</span>;
  return (
    <span title={[first, ...others].join('\n')}>
      <span className="font-mono text-small">{first}</span>
      {others.length > 0 && <span className="text-muted"> and {others.length} more</span>}
    </span>
  );
}
