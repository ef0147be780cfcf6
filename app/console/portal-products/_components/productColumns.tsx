import { Badge } from '@/components/ui/Badge';
import type { Column } from '@/components/ui/DataTable';
import { timeColumn } from '@/components/ui/timeColumn';
import type { ProductRow } from './productRows';

const none = (word: string) => <span className="text-muted">{word}</span>;
const cut = (text: string, className: string) => (
  <span title={text} className={`block truncate ${className}`}>
    {text}
  </span>
);

export const productColumns: Column<ProductRow>[] = [
  {
    id: 'name',
    header: 'Name',
    fixed: true,
    text: ({ displayName }) => displayName,
    cell: ({ displayName }) => cut(displayName, 'max-w-[36ch]'),
  },
  {
    id: 'content',
    header: 'Shows',
    text: ({ content }) => content,
    cell: ({ content }) => (content === '' ? none('Nothing yet') : cut(content, 'max-w-[40ch]')),
  },
  {
    id: 'portals',
    header: 'In portals',
    text: ({ portals }) => portals.join(', '),
    cell: ({ portals }) => (portals.length === 0 ? none('None') : cut(portals.join(', '), 'max-w-[32ch]')),
  },
  {
    id: 'catalogue',
    header: 'Catalogue',
    text: ({ catalogue }) => catalogue,
    cell: ({ catalogue }) =>
      catalogue !== '' && <Badge tone={catalogue === 'Shown' ? 'success' : 'neutral'}>{catalogue}</Badge>,
  },
  timeColumn('changed', 'Changed', ({ lastModified }) => lastModified),
  {
    id: 'id',
    header: 'Id',
    hidden: true,
    text: ({ portalProductId }) => portalProductId,
    cell: ({ portalProductId }) => <code>{portalProductId}</code>,
  },
];
