'use client';

import { Ellipsis, Trash2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Badge } from '@/components/ui/Badge';
import { ConfirmDelete } from '@/components/ui/ConfirmDelete';
import { CopyButton } from '@/components/ui/CopyButton';
import { type Column, DataTable } from '@/components/ui/DataTable';
import { DropdownMenu } from '@/components/ui/DropdownMenu';
import { EmptyState } from '@/components/ui/EmptyState';
import { IconButton } from '@/components/ui/IconButton';
import { undoToast } from '@/components/ui/Toaster';
import { timeColumn } from '@/components/ui/timeColumn';
import { useAction } from '@/components/ui/useAction';
import type { Deployment } from '@/lib/model/v2/stage';
import { deleteDeployment, pointStage } from '../actions';

interface Row extends Deployment {
  /** stages that serve it */
  stageNames: string[];
}

/** What was deployed, newest first; a stage can go back to any of them. */
export function DeploymentTable(props: {
  apiId: string;
  rows: Row[];
  stageNames: string[];
  editable: boolean;
  /** the button; absent for viewers */
  deploy: ReactNode;
}) {
  const { apiId, rows } = props;
  const pointing = useAction(pointStage, { announce: true });
  const deletion = useAction(deleteDeployment);
  const [doomed, setDoomed] = useState<string | null>(null);
  const point = async (stageName: string, deploymentId: string) => {
    const before = rows.find((row) => row.stageNames.includes(stageName))?.deploymentId;
    if (!(await pointing.run({ apiId, stageName, deploymentId }))) return;
    const message = `${stageName} serves ${deploymentId}`;
    if (before) undoToast(message, () => void pointing.run({ apiId, stageName, deploymentId: before }));
  };
  const menu = ({ deploymentId, stageNames }: Row) => (
    <DropdownMenu
      trigger={
        <IconButton label={`Actions for ${deploymentId}`} className="size-7">
          <Ellipsis aria-hidden />
        </IconButton>
      }
      items={[
        ...props.stageNames
          .filter((stageName) => !stageNames.includes(stageName))
          .map((stageName) => ({
            label: `Serve it on ${stageName}`,
            onSelect: () => void point(stageName, deploymentId),
          })),
        {
          label: stageNames.length > 0 ? 'Served: cannot be deleted' : 'Delete',
          icon: <Trash2 aria-hidden />,
          danger: true,
          disabled: stageNames.length > 0,
          onSelect: () => setDoomed(deploymentId),
        },
      ]}
    />
  );
  return (
    <>
      <DataTable
        label="Deployments"
        rows={rows}
        columns={
          props.editable
            ? [...columns, { id: 'actions', header: 'Actions', width: '11ch', fixed: true, cell: menu }]
            : columns
        }
        rowKey={({ deploymentId }) => deploymentId}
        initialSort="created.desc"
        empty={
          <EmptyState title="No deployment yet" actions={props.deploy}>
            A deployment is the API as it was at one moment: stages serve deployments, never what is being
            edited.
          </EmptyState>
        }
      />
      <ConfirmDelete
        open={doomed !== null}
        onOpenChange={(open) => open || setDoomed(null)}
        what="deployment"
        name={doomed ?? ''}
        error={deletion.rest}
        onDelete={async () => Boolean(await deletion.run({ apiId, deploymentId: doomed ?? '' }))}
      >
        <p>No stage serves it. What it froze cannot be brought back.</p>
      </ConfirmDelete>
    </>
  );
}

const columns: Column<Row>[] = [
  {
    id: 'deploymentId',
    header: 'Id',
    fixed: true,
    text: ({ deploymentId }) => deploymentId,
    cell: ({ deploymentId }) => <CopyButton value={deploymentId} what="deployment id" showValue />,
  },
  timeColumn('created', 'Created', ({ createdDate }) => createdDate),
  {
    id: 'stages',
    header: 'Served on',
    text: ({ stageNames }) => stageNames.join(' '),
    cell: ({ stageNames }) => (
      <span className="flex gap-1">
        {stageNames.map((name) => (
          <Badge key={name} tone="success">
            {name}
          </Badge>
        ))}
      </span>
    ),
  },
  {
    id: 'description',
    header: 'Description',
    text: ({ description }) => description,
    cell: ({ description }) => description,
  },
];
