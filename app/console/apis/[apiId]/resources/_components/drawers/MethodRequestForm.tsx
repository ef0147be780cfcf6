'use client';

import type { DraftForm } from '@/components/console/drafts/DraftForm';
import { FormPart } from '@/components/console/drafts/FormPart';
import { Field } from '@/components/ui/Field';
import { Input } from '@/components/ui/Input';
import { Select } from '@/components/ui/Select';
import { Switch } from '@/components/ui/Switch';
import { validatorWords } from '../../../validators/_components/validatorWords';
import { AuthorizationFields } from '../authorization/AuthorizationFields';
import { offeredOnSave, validatorOnSave } from '../validatorsOnSave';
import { useWorkspace } from '../Workspace';
import type { MethodRequestValue } from './boxValues';
import { DeclaredParameters } from './DeclaredParameters';
import { ModelRows } from './ModelRows';

const keyHelp = {
  HEADER: 'A call needs an x-api-key of a usage plan with this stage.',
  AUTHORIZER:
    'The method’s Lambda authorizer names a key of a usage plan with this stage, as the settings say.',
};

/** Who may call, and what a call must bring. `path` is the resource's. */
export function MethodRequestForm(props: DraftForm<MethodRequestValue> & { path: string }) {
  const { value, set, errorOf, readOnly } = props;
  const { apiKeySource } = useWorkspace();
  const change = (part: Partial<MethodRequestValue>) => set({ ...value, ...part });
  return (
    <div className="space-y-4">
      <AuthorizationFields {...props} />
      <Field inline label="API key required" help={keyHelp[apiKeySource]} error={errorOf('apiKeyRequired')}>
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
      <FormPart
        title="Request body"
        help="By content type: the model that a body must keep to. Without one for its content type it is not checked."
        error={errorOf('requestModels')}
      >
        <ModelRows
          models={value.requestModels}
          onChange={(requestModels) => change({ requestModels })}
          errorOf={(type) => errorOf(`requestModels.${type}`)}
          readOnly={readOnly}
        />
        <UncheckedBody {...props} />
      </FormPart>
    </div>
  );
}

function Validator({ value, set, errorOf, readOnly }: DraftForm<MethodRequestValue>) {
  const { validators } = useWorkspace();
  const known = validators.map((each) => ({
    value: each.id,
    label: `${each.name} (${validatorWords(each).toLowerCase()})`,
  }));
  const offered = offeredOnSave(validators).map((each) => ({ value: each.value, label: each.name }));
  return (
    <Field
      label="Request validator"
      help="Refuses with 400 what lacks a required parameter or whose body does not keep to its model, before the backend sees it."
      error={errorOf('requestValidatorId')}
    >
      <Select
        options={[{ value: '', label: 'None' }, ...known, ...offered]}
        value={value.requestValidatorId ?? ''}
        disabled={readOnly}
        onChange={(event) => set({ ...value, requestValidatorId: event.target.value || undefined })}
      />
    </Field>
  );
}

/** A model alone checks nothing: without this line one would wonder why every body passes. */
function UncheckedBody({ value }: DraftForm<MethodRequestValue>) {
  const { validators } = useWorkspace();
  const { requestValidatorId, requestModels } = value;
  const validator =
    validators.find(({ id }) => id === requestValidatorId) ?? validatorOnSave(requestValidatorId);
  if (Object.keys(requestModels).length === 0 || validator?.validateRequestBody) return null;
  return (
    <p className="text-small text-warning">
      Only documentation so far: choose a request validator that checks the body.
    </p>
  );
}
