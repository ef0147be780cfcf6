'use client';

import { useRouter, useSearchParams } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { FormError } from '@/components/ui/FormError';
import { Input } from '@/components/ui/Input';
import { Select } from '@/components/ui/Select';
import { toast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import { deploy } from '../../actions';
import { CanaryChoice } from './CanaryChoice';
import { canaryOf, type DeployDraft, type DeployTarget, deployWords, draftFor, inputOf } from './deployDraft';

const newStage = '+';
const fields = ['stageName', 'description', 'canarySettings.percentTraffic'] as const;

/** Freezes the API as it is and moves a stage, new or existing, or a stage's canary, to it. */
export function DeployForm(props: { restApiId: string; stages: DeployTarget[]; onDone: () => void }) {
  const { stages } = props;
  const router = useRouter();
  const shown = useSearchParams().get('stage');
  const [draft, setDraft] = useState(() =>
    draftFor(stages.find(({ stageName }) => stageName === shown) ?? stages[0]),
  );
  const set = (change: Partial<DeployDraft>) => setDraft({ ...draft, ...change });
  const target = stages.find(({ stageName }) => stageName === draft.stageName);
  const choose = (value: string) => {
    const chosen = stages.find(({ stageName }) => stageName === value);
    set({ stageName: chosen?.stageName ?? null, ...canaryOf(chosen) });
  };
  const action = useAction(deploy, { fields });

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const input = inputOf(draft);
    if (!(await action.run({ restApiId: props.restApiId, ...input }))) return;
    toast(`Deployed to ${input.canarySettings ? 'the canary of ' : ''}${input.stageName}`);
    props.onDone();
    router.refresh();
  }

  return (
    <form onSubmit={submit} className="grid gap-4">
      <FormError>{action.rest}</FormError>
      {stages.length > 0 && (
        <Field label="Stage">
          <Select
            value={draft.stageName ?? newStage}
            onChange={(event) => choose(event.target.value)}
            options={[
              ...stages.map(({ stageName }) => ({ value: stageName, label: stageName })),
              { value: newStage, label: 'New stage' },
            ]}
          />
        </Field>
      )}
      {target ? (
        <CanaryChoice
          target={target}
          draft={draft}
          set={set}
          error={action.errorOf('canarySettings.percentTraffic')}
        />
      ) : (
        <Field
          label="Name of the new stage"
          required
          help="Part of the invoke URL: letters, digits, _ and -."
          error={action.errorOf('stageName')}
        >
          <Input
            mono
            placeholder="dev"
            value={draft.newName}
            onChange={(event) => set({ newName: event.target.value })}
          />
        </Field>
      )}
      <Field label="Description" error={action.errorOf('description')}>
        <Input
          placeholder="What changed and why"
          value={draft.description}
          onChange={(event) => set({ description: event.target.value })}
        />
      </Field>
      <Button type="submit" variant="primary" busy={action.pending} className="justify-self-start">
        {deployWords(draft)}
      </Button>
    </form>
  );
}
