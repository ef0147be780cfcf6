'use client';

import type { ReactNode } from 'react';
import { type Column, DataTable } from '@/components/ui/DataTable';
import { EmptyState } from '@/components/ui/EmptyState';
import { timeColumn } from '@/components/ui/timeColumn';
import { functionHref } from './functionHref';
import type { FunctionRow } from './functionRows';
import { sizeWords } from './sizeWords';

/** All functions; Enter or a click opens one. */
export function FunctionTable(props: { functions: FunctionRow[]; create: ReactNode }) {
  return (
    <DataTable
      label="Functions"
      rows={props.functions}
      columns={columns}
      rowKey={({ functionName }) => functionName}
      rowHref={({ functionName }) => functionHref(functionName)}
      initialSort="name.asc"
      empty={
        <EmptyState title="No function yet" actions={props.create}>
          A function answers a method (Lambda proxy) or decides who may call it (authorizer). Begin with one
          that says hello.
        </EmptyState>
      }
    />
  );
}

const columns: Column<FunctionRow>[] = [
  {
    id: 'name',
    header: 'Name',
    fixed: true,
    text: ({ functionName }) => functionName,
    cell: ({ functionName, description }) => (
      <span title={description ?? functionName} className="block max-w-[40ch] truncate font-mono text-small">
        {functionName}
      </span>
    ),
  },
  {
    id: 'runtime',
    header: 'Runtime',
    width: '16ch',
    text: ({ runtime }) => runtime,
    cell: ({ runtime }) => <code className="text-small">{runtime}</code>,
  },
  {
    id: 'memory',
    header: 'Memory',
    align: 'right',
    width: '12ch',
    text: ({ memorySize }) => memorySize,
    cell: ({ memorySize }) => `${memorySize.toLocaleString('en')} MB`,
  },
  {
    id: 'timeout',
    header: 'Timeout',
    align: 'right',
    width: '10ch',
    text: ({ timeout }) => timeout,
    cell: ({ timeout }) => `${timeout} s`,
  },
  {
    id: 'codeSize',
    header: 'Code',
    align: 'right',
    width: '12ch',
    text: ({ codeSize }) => codeSize,
    cell: ({ codeSize }) => sizeWords(codeSize),
  },
  timeColumn('changed', 'Last change', ({ lastModified }) => lastModified),
  {
    id: 'uses',
    header: 'Used by',
    align: 'right',
    width: '11ch',
    text: ({ uses }) => uses,
    cell: ({ uses }) =>
      uses === 0 ? <span className="text-muted">Nothing</span> : uses.toLocaleString('en'),
  },
];
