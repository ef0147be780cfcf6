import Link from 'next/link';
import type { Column } from '@/components/ui/DataTable';
import { timeColumn } from '@/components/ui/timeColumn';
import type { IamUser } from '@/lib/model/identity';
import { identityHref } from './identityHref';
import { keyCount } from './keyCount';

const policyCount = (user: IamUser) => Object.keys(user.inlinePolicies).length + user.attachedPolicies.length;

const lastUse = ({ accessKeys }: IamUser) =>
  Math.max(0, ...accessKeys.map((key) => key.lastUsedAt ?? 0)) || undefined;

export const iamUserColumns: Column<IamUser>[] = [
  {
    id: 'name',
    header: 'Name',
    fixed: true,
    text: (user) => user.userName,
    cell: (user) => (
      <Link
        href={identityHref.user(user.userName)}
        className="block max-w-[48ch] truncate font-medium hover:underline"
        title={user.userName}
      >
        {user.userName}
      </Link>
    ),
  },
  {
    id: 'keys',
    header: 'Access keys',
    text: (user) => keyCount(user.accessKeys),
    cell: (user) => keyCount(user.accessKeys),
  },
  {
    id: 'policies',
    header: 'Policies',
    align: 'right',
    text: policyCount,
    cell: (user) => policyCount(user).toLocaleString('en'),
  },
  timeColumn('used', 'Last call', lastUse),
  timeColumn('created', 'Created', (user) => user.createdDate),
  {
    id: 'arn',
    header: 'ARN',
    hidden: true,
    text: (user) => user.arn,
    cell: (user) => <code className="font-mono text-small">{user.arn}</code>,
  },
];
