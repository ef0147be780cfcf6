'use client';

import { useState } from 'react';
import { attachPolicy } from '@/app/console/identity/actions';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { FormDialog } from '@/components/ui/FormDialog';
import { Select } from '@/components/ui/Select';
import { useAction } from '@/components/ui/useAction';

/** @param policyNames those that the user does not have yet */
export function AttachPolicyButton({ userName, policyNames }: { userName: string; policyNames: string[] }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button disabled={policyNames.length === 0} onClick={() => setOpen(true)}>
        Attach policy
      </Button>
      {open && <AttachDialog userName={userName} policyNames={policyNames} onClose={() => setOpen(false)} />}
    </>
  );
}

function AttachDialog(props: { userName: string; policyNames: string[]; onClose: () => void }) {
  const [policyName, setPolicyName] = useState(props.policyNames[0] ?? '');
  const action = useAction(attachPolicy);
  const submit = async () => {
    if (await action.run({ userName: props.userName, policyName })) props.onClose();
  };
  return (
    <FormDialog
      title={`Attach a policy to ${props.userName}`}
      submit="Attach"
      busy={action.pending}
      error={action.rest}
      onClose={props.onClose}
      onSubmit={() => void submit()}
    >
      <Field label="Policy" help="It counts from the user's next call on.">
        <Select
          value={policyName}
          options={props.policyNames.map((value) => ({ value, label: value }))}
          onChange={(event) => setPolicyName(event.target.value)}
        />
      </Field>
    </FormDialog>
  );
}
