import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/Badge';
import type { Column } from '@/components/ui/DataTable';
import { timeColumn } from '@/components/ui/timeColumn';
import type { User } from '@/lib/model/role';
import { userPoolProvider } from '@/lib/model/userPoolSignIn';
import { roleWords } from './roleWords';

/** @param ownId the account that looks, marked as such */
export function userColumns(ownId: string, menu: (user: User) => ReactNode): Column<User>[] {
  return [
    {
      id: 'email',
      header: 'E-mail',
      fixed: true,
      text: (user) => user.email,
      cell: (user) => (
        <span className="inline-flex items-center gap-2">
          {user.email}
          {user.id === ownId && <Badge tone="accent">You</Badge>}
        </span>
      ),
    },
    ...columns,
    { id: 'actions', header: 'Actions', width: '11ch', fixed: true, cell: menu },
  ];
}

const columns: Column<User>[] = [
  { id: 'name', header: 'Name', text: (user) => user.name, cell: (user) => user.name },
  {
    id: 'role',
    header: 'Role',
    text: (user) => roleWords[user.role].label,
    cell: (user) => <span title={roleWords[user.role].help}>{roleWords[user.role].label}</span>,
  },
  {
    id: 'state',
    header: 'State',
    text: (user) => (user.disabled ? 'Disabled' : 'Enabled'),
    cell: (user) => (user.disabled ? <Badge>Disabled</Badge> : <Badge tone="success">Enabled</Badge>),
  },
  {
    id: 'provider',
    header: 'Signs in with',
    text: (user) => providerText(user),
    cell: (user) => providerText(user),
  },
  timeColumn('signIn', 'Last sign-in', (user) => user.lastSignInAt),
  timeColumn('created', 'Created', (user) => user.createdDate),
];

const providerWords: Record<string, string> = { credentials: 'Password', [userPoolProvider]: 'User pool' };
const providerText = ({ provider }: User) => providerWords[provider] ?? provider;
