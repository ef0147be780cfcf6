import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/Badge';
import type { Column } from '@/components/ui/DataTable';
import { timeColumn } from '@/components/ui/timeColumn';
import type { PoolUser } from '@/lib/model/userPool';
import { stateOf } from './stateOf';

/** @param menu absent for those who only read */
export function poolUserColumns(menu?: (user: PoolUser) => ReactNode): Column<PoolUser>[] {
  if (!menu) return columns;
  return [...columns, { id: 'actions', header: 'Actions', width: '11ch', fixed: true, cell: menu }];
}

const short = (text: string) => (
  <span title={text} className="block max-w-[32ch] truncate">
    {text}
  </span>
);

const columns: Column<PoolUser>[] = [
  {
    id: 'username',
    header: 'User name',
    fixed: true,
    text: ({ username }) => username,
    cell: ({ username }) => short(username),
  },
  { id: 'email', header: 'E-mail', text: ({ email }) => email, cell: ({ email }) => short(email) },
  {
    id: 'state',
    header: 'State',
    width: '24ch',
    text: (user) => stateOf(user).word,
    cell: (user) => <Badge tone={stateOf(user).tone}>{stateOf(user).word}</Badge>,
  },
  {
    id: 'groups',
    header: 'Groups',
    text: ({ groups }) => groups.join(', '),
    cell: ({ groups }) =>
      groups.length > 0 ? short(groups.join(', ')) : <span className="text-muted">None</span>,
  },
  timeColumn('created', 'Created', ({ createdDate }) => createdDate),
  { id: 'sub', header: 'sub', hidden: true, text: ({ id }) => id, cell: ({ id }) => <code>{id}</code> },
];
