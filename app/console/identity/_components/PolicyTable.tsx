'use client';

import { DataTable } from '@/components/ui/DataTable';
import { EmptyState } from '@/components/ui/EmptyState';
import type { ManagedPolicy } from '@/lib/model/identity';
import { identityHref } from './identityHref';
import { policyColumns } from './policyColumns';

/** The account's policies by name, then AWS's own. */
export function PolicyTable({ policies }: { policies: ManagedPolicy[] }) {
  return (
    <DataTable
      label="Policies"
      rows={policies}
      columns={policyColumns}
      rowKey={(policy) => policy.arn}
      rowHref={(policy) => identityHref.policy(policy.policyName)}
      empty={<EmptyState title="No policy">Create one.</EmptyState>}
    />
  );
}
