'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { toast } from 'sonner';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { FormError } from '@/components/ui/FormError';
import { Input } from '@/components/ui/Input';
import { Select } from '@/components/ui/Select';
import { useAction } from '@/components/ui/useAction';
import { deploy } from '../../actions';

const newStage = '+';
const fields = ['stageName', 'description'] as const;

/** Freezes the API as it is and moves a stage, new or existing, to it. */
export function DeployForm(props: { restApiId: string; stageNames: string[]; onDone: () => void }) {
  const router = useRouter();
  const [stage, setStage] = useState(props.stageNames[0] ?? newStage);
  const action = useAction(deploy, { fields });

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const stageName = stage === newStage ? String(form.get('stageName') ?? '') : stage;
    const description = String(form.get('description') ?? '') || undefined;
    if (!(await action.run({ restApiId: props.restApiId, stageName, description }))) return;
    toast(`Deployed to ${stageName}`);
    props.onDone();
    router.refresh();
  }

  return (
    <form onSubmit={submit} className="grid gap-4">
      <FormError>{action.rest}</FormError>
      {props.stageNames.length > 0 && (
        <Field label="Stage">
          <Select
            value={stage}
            onChange={(event) => setStage(event.target.value)}
            options={[
              ...props.stageNames.map((name) => ({ value: name, label: name })),
              { value: newStage, label: 'New stage' },
            ]}
          />
        </Field>
      )}
      {stage === newStage && (
        <Field
          label="Name of the new stage"
          required
          help="Part of the invoke URL: letters, digits, _ and -."
          error={action.errorOf('stageName')}
        >
          <Input name="stageName" mono placeholder="dev" />
        </Field>
      )}
      <Field label="Description" error={action.errorOf('description')}>
        <Input name="description" placeholder="What changed and why" />
      </Field>
      <Button type="submit" variant="primary" busy={action.pending} className="justify-self-start">
        Deploy{stage === newStage ? '' : ` to ${stage}`}
      </Button>
    </form>
  );
}
