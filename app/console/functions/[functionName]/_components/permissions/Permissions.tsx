'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { ApiPlace } from '@/components/console/places';
import { TextBlock } from '@/components/console/TextBlock';
import { Button } from '@/components/ui/Button';
import { DataTable } from '@/components/ui/DataTable';
import { EmptyState } from '@/components/ui/EmptyState';
import { Section } from '@/components/ui/Section';
import { AddPermissionDialog } from './AddPermissionDialog';
import type { PermissionRow } from './PermissionRow';
import { permissionColumns } from './permissionColumns';
import { useRemoval } from './useRemoval';

export interface PermissionsProps {
  functionName: string;
  /** of the function as such */
  functionArn: string;
  rows: PermissionRow[];
  /** aliases, then versions: each has a policy of its own */
  qualifiers: string[];
  apis: ApiPlace[];
  editable: boolean;
}

/** The function's resource policy: who may invoke it, statement by statement, and as AWS writes it. */
export function Permissions(props: PermissionsProps) {
  const { functionName, rows, editable } = props;
  const [adding, setAdding] = useState(false);
  const remove = useRemoval(functionName);
  const add = editable && (
    <Button onClick={() => setAdding(true)}>
      <Plus aria-hidden />
      Add permission
    </Button>
  );
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <Section
        title="Resource-based policy"
        description="Who may invoke the function. An API calls it only when a statement lets it; a version and an alias have statements of their own."
      >
        <DataTable
          label={`Permissions of ${functionName}`}
          rows={rows}
          columns={permissionColumns(functionName, editable ? remove : undefined)}
          rowKey={({ qualifier = '', statement }) => `${qualifier} ${statement.Sid}`}
          searchPlaceholder="Filter statements"
          actions={add}
          empty={
            <EmptyState title="No statement yet" actions={add}>
              No API may invoke {functionName}: a method that names it answers 500. Saving an integration or
              an authorizer in the console adds the statement; otherwise add it here.
            </EmptyState>
          }
        />
      </Section>
      {rows.length > 0 && <Policies functionName={functionName} rows={rows} />}
      {adding && <AddPermissionDialog {...props} onClose={() => setAdding(false)} />}
    </div>
  );
}

/** As GetPolicy gives them: one of the function, and one of each version and alias that has statements. */
function Policies({ functionName, rows }: { functionName: string; rows: PermissionRow[] }) {
  const qualifiers = [...new Set(rows.map(({ qualifier }) => qualifier))];
  return (
    <Section title="As JSON" description="What lambda get-policy answers.">
      {qualifiers.map((qualifier) => {
        const name = qualifier === undefined ? functionName : `${functionName}:${qualifier}`;
        return (
          <div key={name} className="grid max-w-4xl grid-cols-[minmax(0,1fr)] gap-1">
            {qualifiers.length > 1 && <h3 className="break-all font-mono text-small">{name}</h3>}
            <TextBlock
              label={`Policy of ${name}`}
              text={policyText(rows.filter((row) => row.qualifier === qualifier))}
            />
          </div>
        );
      })}
    </Section>
  );
}

const policyText = (rows: PermissionRow[]) =>
  JSON.stringify(
    { Version: '2012-10-17', Id: 'default', Statement: rows.map(({ statement }) => statement) },
    null,
    2,
  );
