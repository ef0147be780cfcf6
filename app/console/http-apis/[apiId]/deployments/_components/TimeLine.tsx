'use client';

import { EllipsisVertical } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { Badge } from '@/components/ui/Badge';
import { DropdownMenu } from '@/components/ui/DropdownMenu';
import { IconButton } from '@/components/ui/IconButton';
import { RelativeTime } from '@/components/ui/RelativeTime';
import { Section } from '@/components/ui/Section';
import { toast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import type { Deployment, Stage } from '@/lib/model/v2/stage';
import { updateStage } from '../../stages/actions';
import { deleteDeployment } from '../actions';

interface TimeLineProps {
  apiId: string;
  deployments: Deployment[];
  stages: Stage[];
  editable: boolean;
}

/** Newest first; each with the stages that serve it, and the way to roll a stage to it. */
export function TimeLine(props: TimeLineProps) {
  return (
    <Section title="History">
      <ol className="border-l">
        {props.deployments.map((deployment) => (
          <li key={deployment.deploymentId} className="relative pb-4 pl-4">
            <span aria-hidden className="absolute top-1.5 -left-[4.5px] size-2 rounded-full bg-field" />
            <div className="flex items-start gap-2">
              <div className="min-w-0 flex-1">
                <p className="flex flex-wrap items-center gap-1.5">
                  <span className="font-mono text-small">{deployment.deploymentId}</span>
                  {deployment.autoDeployed && <Badge>Automatic</Badge>}
                  {servedBy(props, deployment).map(({ stageName }) => (
                    <Badge key={stageName} tone="accent">
                      {stageName}
                    </Badge>
                  ))}
                </p>
                {deployment.description && <p className="break-words">{deployment.description}</p>}
                <p className="text-muted text-small">
                  <RelativeTime time={deployment.createdDate} />
                </p>
              </div>
              {props.editable && <Actions {...props} deployment={deployment} />}
            </div>
          </li>
        ))}
      </ol>
    </Section>
  );
}

const servedBy = ({ stages }: TimeLineProps, { deploymentId }: Deployment) =>
  stages.filter((stage) => stage.deploymentId === deploymentId);

/** A stage with automatic deployment cannot be rolled: it follows the API. */
function Actions(props: TimeLineProps & { deployment: Deployment }) {
  const { apiId, stages, deployment } = props;
  const { deploymentId } = deployment;
  const router = useRouter();
  const move = useAction(updateStage, { announce: true });
  const remove = useAction(deleteDeployment, { announce: true });
  const rollTo = async (stageName: string) => {
    if (!(await move.run({ apiId, stageName, deploymentId }))) return;
    toast(`${stageName} serves ${deploymentId}`);
    router.refresh();
  };
  const others = stages.filter((stage) => !stage.autoDeploy && stage.deploymentId !== deploymentId);
  return (
    <DropdownMenu
      trigger={
        <IconButton label={`Actions of ${deploymentId}`}>
          <EllipsisVertical />
        </IconButton>
      }
      items={[
        ...others.map(({ stageName }) => ({
          label: `Roll ${stageName} to this`,
          onSelect: () => void rollTo(stageName),
        })),
        {
          label: 'Delete deployment',
          danger: true,
          disabled: servedBy(props, deployment).length > 0,
          onSelect: () => void remove.run({ apiId, deploymentId }).then(() => router.refresh()),
        },
      ]}
    />
  );
}
