'use client';

import { useState } from 'react';
import { Field } from '@/components/ui/Field';
import { FormDialog } from '@/components/ui/FormDialog';
import { Input } from '@/components/ui/Input';
import { Select } from '@/components/ui/Select';
import { toast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import { addFunctionPermission } from '../../../actions';
import type { PermissionsProps } from './Permissions';
import { draftForApi, type PermissionDraft, permissionDraft, permissionInput } from './permissionDraft';

const fields = ['statementId', 'principal', 'action', 'sourceArn', 'sourceAccount', 'qualifier'];

/** AWS's fields of AddPermission; an API of ours fills in what it needs. */
export function AddPermissionDialog(props: PermissionsProps & { onClose: () => void }) {
  const { functionName, functionArn, onClose } = props;
  const action = useAction(addFunctionPermission, { fields });
  const [draft, setDraft] = useState(permissionDraft);
  const [apiId, setApi] = useState('');
  const set = (part: Partial<PermissionDraft>) => setDraft({ ...draft, ...part });
  const isTaken = action.error?.code === 'ConflictException';
  const add = async () => {
    const done = await action.run({ functionName, input: permissionInput(draft) });
    if (!done) return;
    toast(`Statement ${done.Sid} added`);
    onClose();
  };
  return (
    <FormDialog
      title={`Add permission to ${functionName}`}
      submit="Add permission"
      busy={action.pending}
      error={isTaken ? undefined : action.rest}
      onClose={onClose}
      onSubmit={() => void add()}
    >
      {props.apis.length > 0 && (
        <Field label="API" help="Fills in what the API needs, for all of its stages and methods.">
          <Select
            options={[
              { value: '', label: 'None: fill in by hand' },
              ...props.apis.map(({ id, name }) => ({ value: id, label: `${name} (${id})` })),
            ]}
            value={apiId}
            onChange={({ target }) => {
              setApi(target.value);
              if (target.value) setDraft(draftForApi(draft, target.value, functionArn));
            }}
          />
        </Field>
      )}
      <Text
        label="Statement id"
        help="Your own name for it: letters, digits, - and _."
        required
        value={draft.statementId}
        error={isTaken ? action.error?.message : action.errorOf('statementId')}
        onChange={(statementId) => set({ statementId })}
      />
      <Text
        label="Principal"
        help="A service such as apigateway.amazonaws.com, an account, an IAM ARN, or * for anybody."
        required
        value={draft.principal}
        error={action.errorOf('principal')}
        onChange={(principal) => set({ principal })}
      />
      <Text
        label="Source ARN"
        help="Which API, stage, verb and path may call; * stands for any part. Empty: every API."
        placeholder="arn:aws:execute-api:us-east-1:000000000000:abc123/*/GET/pets"
        value={draft.sourceArn}
        error={action.errorOf('sourceArn')}
        onChange={(sourceArn) => set({ sourceArn })}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Text
          label="Source account"
          placeholder="Any"
          value={draft.sourceAccount}
          error={action.errorOf('sourceAccount')}
          onChange={(sourceAccount) => set({ sourceAccount })}
        />
        <Text
          label="Action"
          required
          value={draft.action}
          error={action.errorOf('action')}
          onChange={(value) => set({ action: value })}
        />
      </div>
      {props.qualifiers.length > 0 && (
        <Field label="Applies to" error={action.errorOf('qualifier')}>
          <Select
            options={[
              { value: '', label: functionName },
              ...props.qualifiers.map((value) => ({ value, label: `${functionName}:${value}` })),
            ]}
            value={draft.qualifier}
            onChange={({ target }) => set({ qualifier: target.value })}
          />
        </Field>
      )}
    </FormDialog>
  );
}

function Text(props: {
  label: string;
  help?: string;
  placeholder?: string;
  required?: boolean;
  value: string;
  error: string | undefined;
  onChange: (text: string) => void;
}) {
  return (
    <Field label={props.label} help={props.help} error={props.error} required={props.required}>
      <Input
        mono
        spellCheck={false}
        placeholder={props.placeholder}
        value={props.value}
        onChange={({ target }) => props.onChange(target.value)}
      />
    </Field>
  );
}
