'use client';

import type { DraftForm } from '@/components/console/drafts/DraftForm';
import { FormPart } from '@/components/console/drafts/FormPart';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { Input } from '@/components/ui/Input';
import { Select } from '@/components/ui/Select';
import { Switch } from '@/components/ui/Switch';
import { validateOnSave } from '../validateOnSave';
import { useWorkspace } from '../Workspace';
import type { MethodRequestValue } from './boxValues';
import { DeclaredParameters } from './DeclaredParameters';

/** Who may call, and what a call must bring. `path` is the resource's. */
export function MethodRequestForm(props: DraftForm<MethodRequestValue> & { path: string }) {
  const { value, set, errorOf, readOnly } = props;
  const change = (part: Partial<MethodRequestValue>) => set({ ...value, ...part });
  return (
    <div className="space-y-4">
      <Authorization {...props} />
      <Field
        inline
        label="API key required"
        help="A call needs an x-api-key of a usage plan with this stage."
        error={errorOf('apiKeyRequired')}
      >
        <Switch
          checked={value.apiKeyRequired}
          disabled={readOnly}
          onCheckedChange={(apiKeyRequired) => change({ apiKeyRequired })}
        />
      </Field>
      <Field
        label="Operation name"
        help="What documentation and SDKs call this method."
        error={errorOf('operationName')}
      >
        <Input
          mono
          value={value.operationName ?? ''}
          readOnly={readOnly}
          onChange={(event) => change({ operationName: event.target.value || undefined })}
        />
      </Field>
      <Validator {...props} />
      <FormPart
        title="Parameters"
        help="Mappings may use what is declared here. Required ones are checked when the validator checks parameters."
        error={errorOf('requestParameters')}
      >
        <DeclaredParameters {...props} />
      </FormPart>
    </div>
  );
}

function Authorization({ value, set, errorOf, readOnly }: DraftForm<MethodRequestValue>) {
  const { authorizationType } = value;
  const open = authorizationType === 'NONE';
  return (
    <Field
      label="Authorization"
      error={errorOf('authorizationType')}
      help={
        open
          ? 'Every caller may call; an API key can still be asked for.'
          : 'The gateway refuses every call of this method until that authorizer exists.'
      }
    >
      <div className="flex gap-2">
        <Input mono readOnly aria-label="Authorization" value={authorizationType} />
        {!open && !readOnly && (
          <Button onClick={() => set({ ...value, authorizationType: 'NONE' })}>Set to NONE</Button>
        )}
      </div>
    </Field>
  );
}

function Validator({ value, set, errorOf, readOnly }: DraftForm<MethodRequestValue>) {
  const { validators } = useWorkspace();
  const known = validators.map(({ id, name, validateRequestParameters }) => ({
    value: id,
    label: validateRequestParameters ? `${name} (checks parameters)` : name,
  }));
  const onDemand = validators.some((each) => each.validateRequestParameters)
    ? []
    : [{ value: validateOnSave, label: 'Validate query string parameters and headers' }];
  return (
    <Field
      label="Request validator"
      help="Refuses a call that lacks a required parameter with 400 before the backend sees it."
      error={errorOf('requestValidatorId')}
    >
      <Select
        options={[{ value: '', label: 'None' }, ...known, ...onDemand]}
        value={value.requestValidatorId ?? ''}
        disabled={readOnly}
        onChange={(event) => set({ ...value, requestValidatorId: event.target.value || undefined })}
      />
    </Field>
  );
}
