'use client';

import { deploymentTitle } from '@/components/console/deploymentTitle';
import { PercentField } from '@/components/console/PercentField';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { FormError } from '@/components/ui/FormError';
import { Section } from '@/components/ui/Section';
import { Select } from '@/components/ui/Select';
import { Switch } from '@/components/ui/Switch';
import type { Deployment } from '@/lib/model/deployment';
import type { Stage } from '@/lib/model/stage';
import { useStageDraft } from '../useStageDraft';
import { CanaryVariables } from './CanaryVariables';
import { draftOf, fieldsOf, settingsOf } from './canaryDraft';

/** Which deployment, how much of the traffic, with which variables and whose cache. */
export function CanaryForm(props: { stage: Stage; deployments: Deployment[]; editable: boolean }) {
  const { stage, deployments, editable } = props;
  const isNew = !stage.canarySettings;
  const { form, onSubmit, draft, set, changed, pending, errorOf, rest } = useStageDraft(stage, {
    stored: draftOf(stage, deployments),
    updateOf: (typed) => ({ canarySettings: settingsOf(typed) }),
    fieldsOf,
    savedWords: () => (isNew ? `${stage.stageName} has a canary` : 'Canary saved'),
  });
  return (
    <Section
      title={isNew ? 'Create a canary' : 'Canary settings'}
      description="A canary gets a share of the stage's calls, chosen at random for each call, and has figures of its own. Who calls does not see a difference in the address."
    >
      <form ref={form} onSubmit={onSubmit} className="grid max-w-4xl gap-4">
        <FormError>{rest}</FormError>
        <Field
          label="Deployment of the canary"
          className="max-w-xl"
          error={errorOf('canarySettings.deploymentId')}
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
          error={errorOf('canarySettings.percentTraffic')}
          onChange={(percentTraffic) => set({ percentTraffic })}
        />
        <CanaryVariables
          variables={draft.variables}
          editable={editable}
          errorOf={errorOf}
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
            busy={pending}
            className="justify-self-start"
          >
            {isNew ? 'Create canary' : 'Save canary'}
          </Button>
        )}
      </form>
    </Section>
  );
}
