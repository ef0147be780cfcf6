'use client';

import type { DraftForm } from '@/components/console/drafts/DraftForm';
import { Field } from '@/components/ui/Field';
import { Input } from '@/components/ui/Input';
import { Select } from '@/components/ui/Select';
import type { IntegrationInput } from '@/lib/model/v2/integration';
import type { RouteChoices } from '../RoutePlace';

const verbs = ['POST', 'GET', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'ANY'];

/** Verb, URL, and the VPC link that it is reached by. */
export function HttpFields(props: DraftForm<IntegrationInput> & { choices: RouteChoices }) {
  const { value, set, readOnly, errorOf } = props;
  const { vpcLinks } = props.choices;
  const link = value.connectionType === 'VPC_LINK' ? (value.connectionId ?? '') : '';
  const connect = (connectionId: string) => {
    const { connectionId: _before, ...rest } = value;
    set(
      connectionId
        ? { ...rest, connectionType: 'VPC_LINK', connectionId }
        : { ...rest, connectionType: 'INTERNET' },
    );
  };
  return (
    <>
      <div className="grid gap-3 sm:grid-cols-[8rem_minmax(0,1fr)]">
        <Field label="Method" error={errorOf('integrationMethod')}>
          <Select
            options={verbs.map((verb) => ({ value: verb, label: verb }))}
            value={value.integrationMethod ?? ''}
            disabled={readOnly}
            onChange={({ target }) => set({ ...value, integrationMethod: target.value })}
          />
        </Field>
        <Field label="URL" error={errorOf('integrationUri')}>
          <Input
            mono
            spellCheck={false}
            placeholder="https://backend.example/messages"
            readOnly={readOnly}
            value={value.integrationUri ?? ''}
            onChange={({ target }) => set({ ...value, integrationUri: target.value.trim() })}
          />
        </Field>
      </div>
      {(vpcLinks.length > 0 || link) && (
        <Field label="Reached" error={errorOf('connectionId')}>
          <Select
            options={[
              { value: '', label: 'Directly' },
              ...vpcLinks.map(({ id, name }) => ({ value: id, label: `By VPC link ${name}` })),
            ]}
            value={link}
            disabled={readOnly}
            onChange={({ target }) => connect(target.value)}
          />
        </Field>
      )}
    </>
  );
}
