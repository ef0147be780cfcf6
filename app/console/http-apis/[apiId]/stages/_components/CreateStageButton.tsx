'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { FormDialog } from '@/components/ui/FormDialog';
import { Input } from '@/components/ui/Input';
import { Switch } from '@/components/ui/Switch';
import { useAction } from '@/components/ui/useAction';
import { createStage } from '../actions';

const fields = ['stageName'] as const;

export function CreateStageButton({ apiId }: { apiId: string }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [stageName, setName] = useState('');
  const [autoDeploy, setAuto] = useState(true);
  const action = useAction(createStage, { fields });
  const submit = async () => {
    const made = await action.run({ apiId, stageName: stageName.trim(), autoDeploy });
    if (!made) return;
    setOpen(false);
    setName('');
    router.push(`/console/http-apis/${apiId}/stages?${new URLSearchParams({ stage: made.stageName })}`);
  };
  return (
    <>
      <Button size="sm" onClick={() => setOpen(true)}>
        Create stage
      </Button>
      {open && (
        <FormDialog
          title="Create stage"
          submit="Create stage"
          busy={action.pending}
          error={action.rest}
          onClose={() => setOpen(false)}
          onSubmit={() => void submit()}
        >
          <Field
            label="Name"
            required
            help="Part of the invoke URL; $default answers without one."
            error={action.errorOf('stageName')}
          >
            <Input mono value={stageName} onChange={(event) => setName(event.target.value)} />
          </Field>
          <Field inline label="Deploy automatically" help="Every change of the API is served at once.">
            <Switch checked={autoDeploy} onCheckedChange={setAuto} />
          </Field>
        </FormDialog>
      )}
    </>
  );
}
