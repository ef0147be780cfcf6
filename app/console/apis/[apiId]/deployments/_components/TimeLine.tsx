'use client';

import { EllipsisVertical } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { toast } from 'sonner';
import { Badge } from '@/components/ui/Badge';
import { DropdownMenu } from '@/components/ui/DropdownMenu';
import { IconButton } from '@/components/ui/IconButton';
import { RelativeTime } from '@/components/ui/RelativeTime';
import { Section } from '@/components/ui/Section';
import { useAction } from '@/components/ui/useAction';
import type { Deployment } from '@/lib/model/deployment';
import { updateStage } from '../../stages/actions';
import { deleteDeployment } from '../actions';

/** Newest first; each with the stages that serve it, and the way to roll a stage to it. */
export function TimeLine(props: { restApiId: string; deployments: Deployment[]; editable: boolean }) {
  const stageNames = [...new Set(props.deployments.flatMap((each) => each.stageNames))];
  return (
    <Section title="History">
      <ol className="border-l">
        {props.deployments.map((deployment, index) => (
          <li key={deployment.id} className="relative pb-4 pl-4">
            <span aria-hidden className="absolute top-1.5 -left-[4.5px] size-2 rounded-full bg-field" />
            <div className="flex items-start gap-2">
              <div className="min-w-0 flex-1">
                <p className="flex flex-wrap items-center gap-1.5">
                  <span className="font-mono text-small">{deployment.id}</span>
                  {deployment.stageNames.map((name) => (
                    <Badge key={name} tone="accent" className="min-w-0 max-w-full shrink">
                      <span className="truncate leading-4" title={name}>
                        {deployment.canaryStageNames.includes(name) ? `Canary of ${name}` : name}
                      </span>
                    </Badge>
                  ))}
                </p>
                {deployment.description && <p className="break-words">{deployment.description}</p>}
                <p className="text-muted text-small">
                  <RelativeTime time={deployment.createdDate} /> by {deployment.createdBy}
                </p>
                <CompareLink
                  restApiId={props.restApiId}
                  older={props.deployments[index + 1]?.id}
                  newer={deployment.id}
                />
              </div>
              {props.editable && <Actions {...props} deployment={deployment} stageNames={stageNames} />}
            </div>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function CompareLink({ restApiId, older, newer }: { restApiId: string; older?: string; newer: string }) {
  if (!older) return null;
  return (
    <Link
      href={`/console/apis/${restApiId}/deployments?from=${older}&to=${newer}`}
      className="text-accent-ink text-small underline"
    >
      What it changed
    </Link>
  );
}

function Actions(props: { restApiId: string; deployment: Deployment; stageNames: string[] }) {
  const router = useRouter();
  const { restApiId, deployment } = props;
  const move = useAction(updateStage, { announce: true });
  const remove = useAction(deleteDeployment, { announce: true });
  const rollTo = async (stageName: string) => {
    if (!(await move.run({ restApiId, stageName, deploymentId: deployment.id }))) return;
    toast(`${stageName} serves ${deployment.id}`);
    router.refresh();
  };
  const { stageNames, canaryStageNames } = deployment;
  const others = props.stageNames.filter(
    (name) => !stageNames.includes(name) || canaryStageNames.includes(name),
  );
  return (
    <DropdownMenu
      trigger={
        <IconButton label={`Actions of ${deployment.id}`}>
          <EllipsisVertical />
        </IconButton>
      }
      items={[
        ...others.map((name) => ({ label: `Roll ${name} to this`, onSelect: () => void rollTo(name) })),
        {
          label: 'Delete deployment',
          danger: true,
          disabled: deployment.stageNames.length > 0,
          onSelect: () =>
            void remove.run({ restApiId, deploymentId: deployment.id }).then(() => router.refresh()),
        },
      ]}
    />
  );
}
