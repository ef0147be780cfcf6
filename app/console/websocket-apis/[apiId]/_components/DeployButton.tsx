'use client';

import { useRouter, useSearchParams } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Drawer } from '@/components/ui/Drawer';
import { Field } from '@/components/ui/Field';
import { FormError } from '@/components/ui/FormError';
import { Input } from '@/components/ui/Input';
import { Select } from '@/components/ui/Select';
import { toast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import { deployWebSocketApi } from '../../actions';

const fields = ['stageName', 'description'] as const;
const newStage = '+';

/** Freezes the API as it is and moves a stage, new or existing, to it. */
export function DeployButton(props: { apiId: string; stageNames: string[] }) {
  const [open, setOpen] = useState(false);
  return (
    <Drawer
      open={open}
      onOpenChange={setOpen}
      title="Deploy"
      description="Clients that are connected stay so; their next messages go to the new routes."
      trigger={<Button variant="primary">Deploy</Button>}
    >
      <DeployForm {...props} onDone={() => setOpen(false)} />
    </Drawer>
  );
}

function DeployForm(props: { apiId: string; stageNames: string[]; onDone: () => void }) {
  const { apiId, stageNames } = props;
  const router = useRouter();
  const shown = useSearchParams().get('stage');
  const [choice, setChoice] = useState(
    stageNames.find((each) => each === shown) ?? stageNames[0] ?? newStage,
  );
  const action = useAction(deployWebSocketApi, { fields });
  const isNew = choice === newStage;

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const stageName = isNew ? String(form.get('stageName')).trim() : choice;
    const description = String(form.get('description')).trim();
    if (!(await action.run({ apiId, stageName, isNew, description }))) return;
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
            value={choice}
            onChange={(event) => setChoice(event.target.value)}
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
          help="Part of the URL: letters, digits, _ and -."
          error={action.errorOf('stageName')}
        >
          <Input name="stageName" mono placeholder="dev" />
        </Field>
      )}
      <Field label="Description" error={action.errorOf('description')}>
        <Input name="description" placeholder="What changed and why" />
      </Field>
      <Button type="submit" variant="primary" busy={action.pending} className="justify-self-start">
        {isNew ? 'Deploy to a new stage' : `Deploy to ${choice}`}
      </Button>
    </form>
  );
}
