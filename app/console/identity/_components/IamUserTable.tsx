'use client';

import { DataTable } from '@/components/ui/DataTable';
import { EmptyState } from '@/components/ui/EmptyState';
import type { IamUser } from '@/lib/model/identity';
import { CreateIamUserButton } from './CreateIamUserButton';
import { iamUserColumns } from './iamUserColumns';
import { identityHref } from './identityHref';

/** All IAM users by name. */
export function IamUserTable({ users }: { users: IamUser[] }) {
  return (
    <DataTable
      label="IAM users"
      rows={users}
      columns={iamUserColumns}
      rowKey={(user) => user.userName}
      rowHref={(user) => identityHref.user(user.userName)}
      empty={
        <EmptyState title="No IAM user" actions={<CreateIamUserButton />}>
          A method with authorization AWS_IAM takes only signed calls of users whom a policy allows it.
        </EmptyState>
      }
    />
  );
}
