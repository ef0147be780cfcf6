'use client';

import type { DraftForm } from '@/components/console/drafts/DraftForm';
import { Field } from '@/components/ui/Field';
import { Input } from '@/components/ui/Input';
import { Select } from '@/components/ui/Select';
import type { IntegrationInput } from '@/lib/model/v2/integration';
import { integrationSubtypes } from '@/lib/model/v2/integrationSubtypes';
import { ofSubtype } from './httpIntegrationKinds';

const options = Object.keys(integrationSubtypes).map((name) => ({ value: name, label: name }));

/** An action of an AWS service with its parameters. */
export function ServiceFields({ value, set, errorOf, readOnly }: DraftForm<IntegrationInput>) {
  const { integrationSubtype = '', requestParameters = {} } = value;
  const known = integrationSubtypes[integrationSubtype];
  const field = (name: string, required: boolean) => (
    <Field key={name} label={name} required={required}>
      <Input
        mono
        spellCheck={false}
        placeholder={required ? '$request.body' : undefined}
        value={requestParameters[name] ?? ''}
        readOnly={readOnly}
        onChange={(event) => set({ ...value, requestParameters: withText(name, event.target.value) })}
      />
    </Field>
  );
  const withText = (name: string, text: string) => {
    const { [name]: _before, ...others } = requestParameters;
    return text === '' ? others : { ...others, [name]: text };
  };
  return (
    <>
      <Field label="Action" error={errorOf('integrationSubtype')}>
        <Select
          options={options}
          value={integrationSubtype}
          disabled={readOnly}
          onChange={({ target }) => set({ ...value, ...ofSubtype(target.value) })}
        />
      </Field>
      <fieldset className="grid gap-3">
        <legend className="mb-2 text-muted text-small">
          A value is text, or what of the call it is: $request.body.id, $request.querystring.id,
          $context.requestId.
        </legend>
        {errorOf('requestParameters') && (
          <p role="alert" className="text-danger text-small">
            {errorOf('requestParameters')}
          </p>
        )}
        {known?.required.map((name) => field(name, true))}
        {known?.optional.map((name) => field(name, false))}
      </fieldset>
      <RoleField value={value} set={set} errorOf={errorOf} readOnly={readOnly} required />
    </>
  );
}

/** The role that calls the backend; of a function it may be left out, and then the function's own policy decides. */
export function RoleField(props: Omit<DraftForm<IntegrationInput>, 'errorLinesOf'> & { required?: boolean }) {
  const { value, set, errorOf, readOnly, required = false } = props;
  const { credentialsArn = '', ...rest } = value;
  return (
    <Field
      label="Credentials"
      required={required}
      help={
        required
          ? 'ARN of the role that makes the call.'
          : 'ARN of a role of this installation. It then decides whether the function is called, in place of the function’s own policy.'
      }
      error={errorOf('credentialsArn')}
    >
      <Input
        mono
        spellCheck={false}
        placeholder="arn:aws:iam::000000000000:role/gateway"
        value={credentialsArn}
        readOnly={readOnly}
        onChange={({ target }) =>
          set(target.value === '' ? rest : { ...rest, credentialsArn: target.value.trim() })
        }
      />
    </Field>
  );
}
