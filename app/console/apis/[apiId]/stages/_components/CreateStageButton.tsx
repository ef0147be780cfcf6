'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { Field } from '@/components/ui/Field';
import { FormError } from '@/components/ui/FormError';
import { Input } from '@/components/ui/Input';
import { Select } from '@/components/ui/Select';
import { useAction } from '@/components/ui/useAction';
import type { Deployment } from '@/lib/model/deployment';
import { createStage } from '../actions';

const fields = ['stageName', 'deploymentId'] as const;

/** A further stage over a deployment that exists. */
export function CreateStageButton({
  restApiId,
  deployments,
}: {
  restApiId: string;
  deployments: Deployment[];
}) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const action = useAction(createStage, { fields });
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const stageName = String(form.get('stageName'));
    const made = await action.run({ restApiId, stageName, deploymentId: String(form.get('deploymentId')) });
    if (!made) return;
    setOpen(false);
    router.push(`/console/apis/${restApiId}/stages?stage=${encodeURIComponent(stageName)}`);
  }
  return (
    <>
      <Button size="sm" onClick={() => setOpen(true)}>
        Create stage
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title="Create stage">
        <form onSubmit={submit} className="grid gap-4">
          <FormError>{action.rest}</FormError>
          <Field label="Name" required error={action.errorOf('stageName')}>
            <Input name="stageName" mono />
          </Field>
          <Field label="Deployment" error={action.errorOf('deploymentId')}>
            <Select
              name="deploymentId"
              options={deployments.map((each) => ({
                value: each.id,
                label: `${each.id} ${each.description ?? ''}`,
              }))}
            />
          </Field>
          <Button type="submit" variant="primary" busy={action.pending} className="justify-self-start">
            Create stage
          </Button>
        </form>
      </Dialog>
    </>
  );
}
