'use client';

import { CopyButton } from '@/components/ui/CopyButton';
import { RelativeTime } from '@/components/ui/RelativeTime';
import { Section } from '@/components/ui/Section';
import type { Deployment } from '@/lib/model/deployment';
import type { Stage } from '@/lib/model/stage';
import { DeleteStageButton } from './DeleteStageButton';
import { DeploymentForm } from './DeploymentForm';
import { ThrottlingForm } from './ThrottlingForm';
import { VariablesForm } from './VariablesForm';

/**
 * One stage: where it answers, which deployment it serves, its variables and limits. All of it is live at once.
 * Each form begins anew when its own part was saved, so that one save keeps what is typed in another.
 */
export function StageDetail(props: {
  stage: Stage;
  deployments: Deployment[];
  methods: string[];
  editable: boolean;
}) {
  const { stage, editable } = props;
  return (
    <div className="grid min-w-0 max-w-3xl content-start gap-6 p-5">
      <Section
        title={stage.stageName}
        description={
          <>
            Changed <RelativeTime time={stage.lastUpdatedDate} />. Everything on this page is live as soon as
            it is saved.
          </>
        }
        actions={editable && <DeleteStageButton stage={stage} />}
      >
        <div className="min-w-0">
          <p className="font-medium">Invoke URL</p>
          <CopyButton value={stage.invokeUrl} what="invoke URL" showValue className="-ml-1" />
        </div>
      </Section>
      <DeploymentForm
        key={stage.deploymentId}
        stage={stage}
        deployments={props.deployments}
        editable={editable}
      />
      <VariablesForm key={JSON.stringify(stage.variables)} stage={stage} editable={editable} />
      <ThrottlingForm
        key={JSON.stringify(stage.methodSettings)}
        stage={stage}
        methods={props.methods}
        editable={editable}
      />
    </div>
  );
}
