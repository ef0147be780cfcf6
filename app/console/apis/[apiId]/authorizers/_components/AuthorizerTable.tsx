'use client';

import type { ReactNode } from 'react';
import { DataTable } from '@/components/ui/DataTable';
import { EmptyState } from '@/components/ui/EmptyState';
import { type AuthorizerRow, authorizerColumns } from './authorizerColumns';
import { authorizerHref } from './authorizerHref';

/** All authorizers of an API; Enter or a click opens one with its tester. `create` is absent for viewers. */
export function AuthorizerTable(props: { restApiId: string; rows: AuthorizerRow[]; create?: ReactNode }) {
  const { restApiId, create } = props;
  return (
    <DataTable
      label="Authorizers"
      rows={props.rows}
      columns={authorizerColumns}
      rowKey={({ id }) => id}
      rowHref={({ id }) => authorizerHref(restApiId, id)}
      initialSort="name.asc"
      actions={create}
      empty={
        <EmptyState title="No authorizer yet" actions={create}>
          An authorizer decides who may call a method: a function of yours that reads a token or the whole
          request, or a user pool whose tokens are checked here.
        </EmptyState>
      }
    />
  );
}
