'use client';

import type { DraftForm } from '@/components/console/drafts/DraftForm';
import type { FunctionChoice } from '@/components/console/functionChoices';
import { Field } from '@/components/ui/Field';
import { Input } from '@/components/ui/Input';
import { Select } from '@/components/ui/Select';
import type { AuthorizerInput } from '@/lib/model/v2/authorizer';
import { draftOfKind } from './authorizerDraft';
import { LambdaFields } from './LambdaFields';

type Form = DraftForm<AuthorizerInput>;

const types = [
  { value: 'JWT', label: 'JWT: tokens of an issuer are checked here' },
  { value: 'REQUEST', label: 'Lambda: a function decides' },
];
const words = (text: string): string[] => text.split(/[\s,]/);

/** Members of an authorizer of either type. */
export function AuthorizerFields(props: { form: Form; isNew: boolean; functions: FunctionChoice[] }) {
  const { form } = props;
  const { value, set, errorOf, readOnly } = form;
  const isJwt = value.authorizerType === 'JWT';
  return (
    <div className="grid gap-4">
      <Field label="Name" required error={errorOf('name')}>
        <Input
          value={value.name}
          readOnly={readOnly}
          onChange={(event) => set({ ...value, name: event.target.value })}
        />
      </Field>
      <Field label="Type">
        <Select
          options={types}
          value={value.authorizerType}
          disabled={readOnly || !props.isNew}
          onChange={({ target }) => set(draftOfKind(target.value === 'JWT' ? 'JWT' : 'REQUEST', value.name))}
        />
      </Field>
      <Field
        label={isJwt ? 'Identity source' : 'Identity sources'}
        help={
          isJwt
            ? 'Where the token is: a header, with or without Bearer before it, or a query parameter.'
            : 'Apart by commas. A call without one of them is refused unasked; together they are the cache’s key.'
        }
        error={errorOf('identitySource')}
      >
        <Input
          mono
          spellCheck={false}
          placeholder="$request.header.Authorization"
          value={(value.identitySource ?? []).join(', ')}
          readOnly={readOnly}
          onChange={({ target }) => set({ ...value, identitySource: target.value.split(/,\s?/) })}
        />
      </Field>
      {isJwt ? <JwtFields {...form} /> : <LambdaFields form={form} functions={props.functions} />}
    </div>
  );
}

function JwtFields({ value, set, errorOf, readOnly }: Form) {
  const { issuer = '', audience = [] } = value.jwtConfiguration ?? {};
  const change = (part: { issuer?: string; audience?: string[] }) =>
    set({ ...value, jwtConfiguration: { issuer, audience, ...part } });
  return (
    <>
      <Field
        label="Issuer"
        required
        help="The token’s iss. Its keys are found by /.well-known/openid-configuration below it."
        error={errorOf('jwtConfiguration.issuer')}
      >
        <Input
          mono
          spellCheck={false}
          placeholder="https://issuer.example"
          value={issuer}
          readOnly={readOnly}
          onChange={(event) => change({ issuer: event.target.value.trim() })}
        />
      </Field>
      <Field
        label="Audience"
        required
        help="Apart by spaces; the token’s aud, or its client_id, has to be one of them."
        error={errorOf('jwtConfiguration.audience')}
      >
        <Input
          mono
          spellCheck={false}
          value={audience.join(' ')}
          readOnly={readOnly}
          onChange={(event) => change({ audience: words(event.target.value) })}
        />
      </Field>
    </>
  );
}
