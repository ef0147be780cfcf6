'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { toast } from 'sonner';
import { deploymentTitle } from '@/components/console/deploymentTitle';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { FormError } from '@/components/ui/FormError';
import { Section } from '@/components/ui/Section';
import { Select } from '@/components/ui/Select';
import { useAction } from '@/components/ui/useAction';
import type { Deployment } from '@/lib/model/deployment';
import type { Stage } from '@/lib/model/stage';
import { updateStage } from '../actions';

/** Which deployment the stage serves; an older one rolls it back. */
export function DeploymentForm(props: { stage: Stage; deployments: Deployment[]; editable: boolean }) {
  const { restApiId, stageName, deploymentId } = props.stage;
  const router = useRouter();
  const [chosen, setChosen] = useState(deploymentId);
  const action = useAction(updateStage);
  const move = async (to: string) => {
    const done = await action.run({ restApiId, stageName, deploymentId: to });
    if (!done) return;
    router.refresh();
    if (to !== deploymentId)
      toast(`${stageName} serves ${to}`, {
        action: { label: 'Undo', onClick: () => void move(deploymentId) },
      });
  };
  return (
    <Section title="Deployment">
      <FormError>{action.rest}</FormError>
      <div className="flex max-w-xl flex-wrap items-end gap-2">
        <Field label="Serves" className="min-w-64 flex-1">
          <Select
            value={chosen}
            disabled={!props.editable}
            onChange={(event) => setChosen(event.target.value)}
            options={props.deployments.map((each) => ({ value: each.id, label: deploymentTitle(each) }))}
          />
        </Field>
        {props.editable && (
          <Button disabled={chosen === deploymentId} busy={action.pending} onClick={() => void move(chosen)}>
            Serve this deployment
          </Button>
        )}
      </div>
    </Section>
  );
}
