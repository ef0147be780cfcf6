'use client';

import { useRouter } from 'next/navigation';
import { Field } from '@/components/ui/Field';
import { FormError } from '@/components/ui/FormError';
import { Section } from '@/components/ui/Section';
import { Select } from '@/components/ui/Select';
import { Switch } from '@/components/ui/Switch';
import { toast } from '@/components/ui/Toaster';
import { faultText, useAction } from '@/components/ui/useAction';
import type { Deployment } from '@/lib/model/v2/stage';
import { updateStage } from '../actions';
import type { StageProps } from './StageDetail';

/** Which deployment the stage serves, or that it follows every change; both in force at once. */
export function DeploymentSection({ apiId, stage, deployments, editable }: StageProps) {
  const router = useRouter();
  const action = useAction(updateStage);
  const { stageName, autoDeploy, deploymentId = '' } = stage;
  const change = async (members: { autoDeploy?: boolean; deploymentId?: string }, said: string) => {
    if (!(await action.run({ apiId, stageName, ...members }))) return;
    toast(said);
    router.refresh();
  };
  const isManaged = stage.apiGatewayManaged === true;
  return (
    <Section title="Deployment">
      <div className="grid max-w-xl gap-4">
        <FormError>{action.error && faultText(action.error)}</FormError>
        <Field
          inline
          label="Deploy automatically"
          help={
            isManaged
              ? 'The stage was made by quick create and always follows the API.'
              : 'Every change of the API is served at once; off, the stage serves the deployment below.'
          }
        >
          <Switch
            checked={autoDeploy}
            disabled={!editable || isManaged || action.pending}
            onCheckedChange={(on) =>
              void change(
                { autoDeploy: on },
                on ? 'Every change is deployed' : 'Changes wait for a deployment',
              )
            }
          />
        </Field>
        <Field label="Serves">
          <Select
            value={deploymentId}
            disabled={!editable || autoDeploy || action.pending}
            onChange={({ target }) =>
              void change({ deploymentId: target.value }, `${stageName} serves ${target.value}`)
            }
            options={[
              ...(deploymentId === '' ? [{ value: '', label: 'Nothing yet' }] : []),
              ...deployments.map((each) => ({ value: each.deploymentId, label: titleOf(each) })),
            ]}
          />
        </Field>
        {stage.lastDeploymentStatusMessage && (
          <p className="break-words text-muted text-small">{stage.lastDeploymentStatusMessage}</p>
        )}
      </div>
    </Section>
  );
}

const titleOf = ({ deploymentId, createdDate, description }: Deployment): string =>
  [deploymentId, new Date(createdDate).toISOString().slice(0, 16).replace('T', ' '), description]
    .filter(Boolean)
    .join(' · ');
