'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { FormError } from '@/components/ui/FormError';
import { Input } from '@/components/ui/Input';
import { Select } from '@/components/ui/Select';
import { toast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import { deploy } from '../actions';

const newStage = '+';
const fields = ['stageName', 'description'] as const;

/** Freezes the API as it is and moves a stage, new or existing, to it. */
export function DeployForm(props: { apiId: string; stageNames: string[]; onDone: () => void }) {
  const { apiId, stageNames } = props;
  const router = useRouter();
  const action = useAction(deploy, { fields });
  const [chosen, setChosen] = useState(stageNames[0] ?? newStage);
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');
  const isNew = chosen === newStage;
  const stageName = isNew ? name.trim() : chosen;
  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!(await action.run({ apiId, stageName, description: description.trim(), newStage: isNew }))) return;
    toast(`Deployed to ${stageName}`);
    props.onDone();
    router.refresh();
  }
  return (
    <form onSubmit={submit} className="grid gap-4">
      <FormError>{action.rest}</FormError>
      {stageNames.length > 0 && (
        <Field label="Stage">
          <Select
            value={chosen}
            onChange={(event) => setChosen(event.target.value)}
            options={[
              ...stageNames.map((value) => ({ value, label: value })),
              { value: newStage, label: 'New stage' },
            ]}
          />
        </Field>
      )}
      {isNew && (
        <Field
          label="Name of the new stage"
          required
          help="Part of the invoke URL; $default answers without one."
          error={action.errorOf('stageName')}
        >
          <Input mono placeholder="dev" value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
      )}
      <Field label="Description" error={action.errorOf('description')}>
        <Input
          placeholder="What changed and why"
          value={description}
          onChange={(event) => setDescription(event.target.value)}
        />
      </Field>
      <Button type="submit" variant="primary" busy={action.pending} className="justify-self-start">
        {stageName ? `Deploy to ${stageName}` : 'Deploy'}
      </Button>
    </form>
  );
}
