'use client';

import { useState } from 'react';
import { Field } from '@/components/ui/Field';
import { FormDialog } from '@/components/ui/FormDialog';
import { Input } from '@/components/ui/Input';
import { Switch } from '@/components/ui/Switch';
import { toast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import { saveRequestValidator } from '../actions';
import type { ValidatorRow } from './validatorColumns';

const fields = ['name', 'validateRequestParameters', 'validateRequestBody'] as const;

/** A new request validator, or `validator` with its changes: every method that names it follows. */
export function ValidatorDialog(props: {
  restApiId: string;
  validator?: ValidatorRow | undefined;
  onClose: () => void;
}) {
  const { restApiId, validator, onClose } = props;
  const action = useAction(saveRequestValidator, { fields });
  const [name, setName] = useState(validator?.name ?? '');
  const [validateRequestParameters, setParameters] = useState(validator?.validateRequestParameters ?? true);
  const [validateRequestBody, setBody] = useState(validator?.validateRequestBody ?? true);
  const save = async () => {
    const input = { restApiId, name, validateRequestParameters, validateRequestBody };
    const saved = await action.run({ ...input, ...(validator && { requestValidatorId: validator.id }) });
    if (!saved) return;
    toast(`Request validator ${name} ${validator ? 'saved' : 'created'}`);
    onClose();
  };
  return (
    <FormDialog
      title={validator ? `Edit ${validator.name}` : 'Create request validator'}
      submit={validator ? 'Save validator' : 'Create validator'}
      busy={action.pending}
      error={action.rest}
      onClose={onClose}
      onSubmit={save}
    >
      <Field label="Name" required error={action.errorOf('name')}>
        <Input autoFocus value={name} onChange={(event) => setName(event.target.value)} />
      </Field>
      <Field
        inline
        label="Check parameters"
        help="A call without a required parameter gets 400."
        error={action.errorOf('validateRequestParameters')}
      >
        <Switch checked={validateRequestParameters} onCheckedChange={setParameters} />
      </Field>
      <Field
        inline
        label="Check body"
        help="A body that does not keep to the model of its content type gets 400."
        error={action.errorOf('validateRequestBody')}
      >
        <Switch checked={validateRequestBody} onCheckedChange={setBody} />
      </Field>
    </FormDialog>
  );
}
