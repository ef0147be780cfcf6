import Link from 'next/link';
import { Badge } from '@/components/ui/Badge';
import type { Column } from '@/components/ui/DataTable';
import { timeColumn } from '@/components/ui/timeColumn';
import { isAwsManaged, type ManagedPolicy } from '@/lib/model/identity';
import { identityHref } from './identityHref';

const origin = ({ arn }: ManagedPolicy) => (isAwsManaged(arn) ? 'AWS' : 'Own');

export const policyColumns: Column<ManagedPolicy>[] = [
  {
    id: 'name',
    header: 'Name',
    fixed: true,
    text: (policy) => policy.policyName,
    cell: (policy) => (
      <Link
        href={identityHref.policy(policy.policyName)}
        className="block max-w-[48ch] truncate font-medium hover:underline"
        title={policy.policyName}
      >
        {policy.policyName}
      </Link>
    ),
  },
  {
    id: 'origin',
    header: 'Origin',
    width: '10ch',
    text: origin,
    cell: (policy) => <Badge>{origin(policy)}</Badge>,
  },
  {
    id: 'description',
    header: 'Description',
    text: (policy) => policy.description,
    cell: (policy) => (
      <span className="block max-w-[60ch] truncate" title={policy.description}>
        {policy.description}
      </span>
    ),
  },
  {
    id: 'users',
    header: 'Users',
    align: 'right',
    text: (policy) => policy.attachedTo.length,
    cell: (policy) => policy.attachedTo.length.toLocaleString('en'),
  },
  timeColumn('created', 'Created', (policy) => policy.createdDate),
  {
    id: 'arn',
    header: 'ARN',
    hidden: true,
    text: (policy) => policy.arn,
    cell: (policy) => <code className="font-mono text-small">{policy.arn}</code>,
  },
];
