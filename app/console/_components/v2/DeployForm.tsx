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
import { deploy } from './actions';

const newStage = '+';
const fields = ['stageName', 'description'] as const;

interface DeployFormProps {
  apiId: string;
  stageNames: string[];
  /** what a new stage's name may be */
  nameHelp: string;
  onDone: () => void;
}

/** Freezes the API as it is and moves a stage, new or existing, to it: at first the one that is shown. */
export function DeployForm({ apiId, stageNames, nameHelp, onDone }: DeployFormProps) {
  const router = useRouter();
  const shown = useSearchParams().get('stage');
  const action = useAction(deploy, { fields });
  const [chosen, setChosen] = useState(
    stageNames.find((each) => each === shown) ?? stageNames[0] ?? newStage,
  );
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');
  const isNew = chosen === newStage;
  const stageName = isNew ? name.trim() : chosen;
  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!(await action.run({ apiId, stageName, description: description.trim(), isNew }))) return;
    toast(`Deployed to ${stageName}`);
    onDone();
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
        <Field label="Name of the new stage" required help={nameHelp} error={action.errorOf('stageName')}>
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
