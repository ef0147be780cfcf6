'use client';

import type { DraftForm } from '@/components/console/drafts/DraftForm';
import { FunctionPicker } from '@/components/console/FunctionPicker';
import type { FunctionChoice } from '@/components/console/functionChoices';
import { Field } from '@/components/ui/Field';
import { Input } from '@/components/ui/Input';
import { Select } from '@/components/ui/Select';
import { Switch } from '@/components/ui/Switch';
import type { AuthorizerInput } from '@/lib/model/v2/authorizer';

const formats = [
  { value: '2.0', label: '2.0: simple answers or a policy' },
  { value: '1.0', label: '1.0: a policy, as REST APIs have it' },
];

/** Which function decides, how it is told and how long its word counts. */
export function LambdaFields(props: { form: DraftForm<AuthorizerInput>; functions: FunctionChoice[] }) {
  const { value, set, errorOf, readOnly } = props.form;
  const version = value.authorizerPayloadFormatVersion ?? '1.0';
  const { authorizerResultTtlInSeconds: ttl = 0 } = value;
  return (
    <>
      <FunctionPicker
        functions={props.functions}
        uri={value.authorizerUri ?? ''}
        error={errorOf('authorizerUri')}
        byRole={Boolean(value.authorizerCredentialsArn)}
        readOnly={readOnly}
        onChange={(authorizerUri) => set({ ...value, authorizerUri })}
      />
      <Field label="Payload format version" error={errorOf('authorizerPayloadFormatVersion')}>
        <Select
          options={formats}
          value={version}
          disabled={readOnly}
          onChange={({ target }) =>
            set({
              ...value,
              authorizerPayloadFormatVersion: target.value === '1.0' ? '1.0' : '2.0',
              ...(target.value === '1.0' && { enableSimpleResponses: false }),
            })
          }
        />
      </Field>
      {version === '2.0' && (
        <Field
          inline
          label="Simple answers"
          help="The function answers {isAuthorized, context}; off, it answers a policy."
          error={errorOf('enableSimpleResponses')}
        >
          <Switch
            checked={value.enableSimpleResponses ?? false}
            disabled={readOnly}
            onCheckedChange={(enableSimpleResponses) => set({ ...value, enableSimpleResponses })}
          />
        </Field>
      )}
      <Field
        label="Time to live"
        help="Seconds that an answer is kept, 0 to 3600; 0 asks with every call."
        error={errorOf('authorizerResultTtlInSeconds')}
      >
        <Input
          className="w-32"
          inputMode="numeric"
          value={ttl}
          readOnly={readOnly}
          onChange={({ target }) => {
            const seconds = Number(target.value);
            if (Number.isInteger(seconds)) set({ ...value, authorizerResultTtlInSeconds: seconds });
          }}
        />
      </Field>
    </>
  );
}
