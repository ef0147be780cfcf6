'use client';

import type { ReactNode } from 'react';
import { type Column, DataTable } from '@/components/ui/DataTable';
import { EmptyState } from '@/components/ui/EmptyState';
import { timeColumn } from '@/components/ui/timeColumn';
import type { UserPool } from '@/lib/model/userPool';

/** All pools; Enter or a click opens one. */
export function UserPoolTable(props: { pools: UserPool[]; create: ReactNode }) {
  return (
    <DataTable
      label="User pools"
      rows={props.pools}
      columns={columns}
      rowKey={(pool) => pool.id}
      rowHref={(pool) => `/console/user-pools/${pool.id}`}
      initialSort="name.asc"
      empty={
        <EmptyState title="No user pool yet" actions={props.create}>
          A pool keeps users, groups and app clients, and issues OpenID Connect tokens. Nothing outside of
          Gatehouse is needed.
        </EmptyState>
      }
    />
  );
}

const columns: Column<UserPool>[] = [
  {
    id: 'name',
    header: 'Name',
    fixed: true,
    text: (pool) => pool.name,
    cell: (pool) => (
      <span title={pool.name} className="block max-w-[40ch] truncate">
        {pool.name}
      </span>
    ),
  },
  { id: 'id', header: 'Id', text: (pool) => pool.id, cell: (pool) => <code>{pool.id}</code> },
  {
    id: 'users',
    header: 'Users',
    align: 'right',
    text: (pool) => pool.userCount,
    cell: (pool) => pool.userCount.toLocaleString('en'),
  },
  {
    id: 'signUp',
    header: 'Sign-up',
    text: (pool) => signUpWord(pool),
    cell: (pool) => signUpWord(pool),
  },
  timeColumn('created', 'Created', (pool) => pool.createdDate),
  {
    id: 'issuer',
    header: 'Issuer',
    hidden: true,
    text: (pool) => pool.issuer,
    cell: (pool) => <code>{pool.issuer}</code>,
  },
];

const signUpWord = ({ selfSignUp }: UserPool) => (selfSignUp ? 'By themselves' : 'By you');
