'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useRef, useState } from 'react';
import { PercentField } from '@/components/console/PercentField';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { FormError } from '@/components/ui/FormError';
import { Section } from '@/components/ui/Section';
import { Select } from '@/components/ui/Select';
import { Switch } from '@/components/ui/Switch';
import { toast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import { useSaveShortcut } from '@/components/ui/useSaveShortcut';
import { useUnsavedGuard } from '@/components/ui/useUnsavedGuard';
import type { Deployment } from '@/lib/model/deployment';
import type { Stage } from '@/lib/model/stage';
import { updateStage } from '../../actions';
import { deploymentTitle } from '../deploymentTitle';
import { CanaryVariables } from './CanaryVariables';
import { type CanaryDraft, draftOf, fieldsOf, settingsOf } from './canaryDraft';

/** Which deployment, how much of the traffic, with which variables and whose cache. */
export function CanaryForm(props: { stage: Stage; deployments: Deployment[]; editable: boolean }) {
  const { stage, deployments, editable } = props;
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState(() => draftOf(stage, deployments));
  const action = useAction(updateStage, { fields: fieldsOf(draft) });
  const isNew = !stage.canarySettings;
  const changed = JSON.stringify(draft) !== JSON.stringify(draftOf(stage, deployments));
  useUnsavedGuard(changed);
  useSaveShortcut(() => form.current?.requestSubmit(), changed);
  const set = (change: Partial<CanaryDraft>) => setDraft({ ...draft, ...change });
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const { restApiId, stageName } = stage;
    if (!(await action.run({ restApiId, stageName, canarySettings: settingsOf(draft) }))) return;
    toast(isNew ? `${stageName} has a canary` : 'Canary saved');
    router.refresh();
  };
  return (
    <Section
      title={isNew ? 'Create a canary' : 'Canary settings'}
      description="A canary gets a share of the stage's calls, chosen at random for each call, and has figures of its own. Who calls does not see a difference in the address."
    >
      <form ref={form} onSubmit={(event) => void save(event)} className="grid max-w-4xl gap-4">
        <FormError>{action.rest}</FormError>
        <Field
          label="Deployment of the canary"
          className="max-w-xl"
          error={action.errorOf('canarySettings.deploymentId')}
        >
          <Select
            value={draft.deploymentId}
            disabled={!editable}
            options={deployments.map((each) => ({
              value: each.id,
              label: deploymentTitle(each) + (each.id === stage.deploymentId ? ' · the stage serves it' : ''),
            }))}
            onChange={(event) => set({ deploymentId: event.target.value })}
          />
        </Field>
        <PercentField
          value={draft.percentTraffic}
          disabled={!editable}
          error={action.errorOf('canarySettings.percentTraffic')}
          onChange={(percentTraffic) => set({ percentTraffic })}
        />
        <CanaryVariables
          variables={draft.variables}
          editable={editable}
          errorOf={action.errorOf}
          onChange={(variables) => set({ variables })}
        />
        <Field
          label="Use the stage's cache"
          help="Off, the canary keeps its answers apart. On, both answer each other's calls where they serve the same deployment."
          inline
        >
          <Switch
            checked={draft.useStageCache}
            disabled={!editable}
            onCheckedChange={(useStageCache) => set({ useStageCache })}
          />
        </Field>
        {editable && (
          <Button
            type="submit"
            variant={isNew ? 'primary' : 'secondary'}
            disabled={!isNew && !changed}
            busy={action.pending}
            className="justify-self-start"
          >
            {isNew ? 'Create canary' : 'Save canary'}
          </Button>
        )}
      </form>
    </Section>
  );
}
