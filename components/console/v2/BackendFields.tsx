'use client';

import Link from 'next/link';
import type { DraftForm } from '@/components/console/drafts/DraftForm';
import { FunctionPicker } from '@/components/console/FunctionPicker';
import type { FunctionChoice } from '@/components/console/functionChoices';
import { invokedArn } from '@/components/console/functionUri';
import { Field } from '@/components/ui/Field';
import { Input } from '@/components/ui/Input';
import { Select } from '@/components/ui/Select';
import type { IntegrationInput } from '@/lib/model/v2/integration';
import { RoleField } from './ServiceFields';

const verbs = ['ANY', 'GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'].map((value) => ({
  value,
  label: value === 'ANY' ? 'ANY: the caller’s' : value,
}));

/** Which URL is called, and how. */
export function UrlFields({ value, set, errorOf, readOnly }: DraftForm<IntegrationInput>) {
  return (
    <div className="grid gap-3 sm:grid-cols-[1fr_10rem]">
      <Field
        label="URL"
        required
        help="Takes {name} of the route’s path and ${stageVariables.name}."
        error={errorOf('integrationUri')}
      >
        <Input
          mono
          spellCheck={false}
          placeholder="https://backend.example/orders/{id}"
          value={value.integrationUri ?? ''}
          readOnly={readOnly}
          onChange={(event) => set({ ...value, integrationUri: event.target.value.trim() })}
        />
      </Field>
      <Field label="Backend verb" error={errorOf('integrationMethod')}>
        <Select
          options={verbs}
          value={value.integrationMethod ?? 'ANY'}
          disabled={readOnly}
          onChange={(event) => set({ ...value, integrationMethod: event.target.value })}
        />
      </Field>
    </div>
  );
}

const formats = [
  { value: '2.0', label: '2.0: compact event, simple answers' },
  { value: '1.0', label: '1.0: the event of REST APIs' },
];

/** Which function is called, and in which form it is told of the call. */
export function FunctionFields(props: DraftForm<IntegrationInput> & { functions: FunctionChoice[] }) {
  const { value, set, errorOf, readOnly } = props;
  return (
    <>
      <FunctionPicker
        functions={props.functions}
        uri={value.integrationUri ?? ''}
        error={errorOf('integrationUri')}
        byRole={Boolean(value.credentialsArn)}
        readOnly={readOnly}
        onChange={(uri) => set({ ...value, integrationUri: invokedArn(uri) ?? uri })}
      />
      <Field label="Payload format version" error={errorOf('payloadFormatVersion')}>
        <Select
          options={formats}
          value={value.payloadFormatVersion ?? '1.0'}
          disabled={readOnly}
          onChange={({ target }) =>
            set({ ...value, payloadFormatVersion: target.value === '1.0' ? '1.0' : '2.0' })
          }
        />
      </Field>
      <RoleField {...props} />
    </>
  );
}

/** Through which link the backend is reached, and whose certificate it shows. */
export function LinkFields(
  props: DraftForm<IntegrationInput> & { vpcLinks: readonly { id: string; name: string }[] },
) {
  const { value, set, errorOf, readOnly, vpcLinks } = props;
  const { connectionId = '' } = value;
  const options = [
    ...(connectionId === '' ? [{ value: '', label: 'Choose a VPC link' }] : []),
    ...vpcLinks.map(({ id, name }) => ({ value: id, label: `${name} (${id})` })),
    ...(connectionId !== '' && !vpcLinks.some(({ id }) => id === connectionId)
      ? [{ value: connectionId, label: connectionId }]
      : []),
  ];
  return (
    <>
      <Field
        label="VPC link"
        required
        error={errorOf('connectionId')}
        help={
          <Link href="/console/vpc-links" className="text-accent-ink underline">
            VPC links
          </Link>
        }
      >
        <Select
          options={options}
          value={connectionId}
          disabled={readOnly}
          onChange={(event) => set({ ...value, connectionId: event.target.value })}
        />
      </Field>
      <UrlFields {...props} />
      <Field
        label="Server name to verify"
        help="Host name that an https target’s certificate has to show."
        error={errorOf('tlsConfig.serverNameToVerify')}
      >
        <Input
          mono
          spellCheck={false}
          value={value.tlsConfig?.serverNameToVerify ?? ''}
          readOnly={readOnly}
          onChange={({ target }) => {
            const { tlsConfig: _before, ...rest } = value;
            set(target.value ? { ...rest, tlsConfig: { serverNameToVerify: target.value.trim() } } : rest);
          }}
        />
      </Field>
    </>
  );
}
