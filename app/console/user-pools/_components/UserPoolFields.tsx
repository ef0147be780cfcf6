'use client';

import { Field } from '@/components/ui/Field';
import { Input } from '@/components/ui/Input';
import { Section } from '@/components/ui/Section';
import { Switch } from '@/components/ui/Switch';
import type { PoolPartProps } from './UserPoolForm';

export const PeopleFields = ({ draft, set, errorOf }: PoolPartProps) => (
  <Section title="Pool">
    <div className="grid gap-4">
      <Field
        label="Name"
        required
        className="max-w-md"
        help="The hosted sign-in page shows it."
        error={errorOf('name')}
      >
        <Input value={draft.name} onChange={(event) => set({ name: event.target.value })} />
      </Field>
      <Field
        inline
        label="People may make accounts themselves"
        help="On the hosted page, and by the call SignUp. Off, accounts come from you alone."
        error={errorOf('selfSignUp')}
      >
        <Switch checked={draft.selfSignUp} onCheckedChange={(selfSignUp) => set({ selfSignUp })} />
      </Field>
      <NumberField
        label="Password length"
        help="Characters at least, 6 to 99."
        name="passwordMinimumLength"
        {...{ draft, set, errorOf }}
      />
    </div>
  </Section>
);

export const TokenFields = (part: PoolPartProps) => (
  <Section
    title="Tokens"
    description="How long a token opens anything. Access and id tokens cannot be called back before; a refresh token can."
  >
    <div className="grid gap-4 sm:grid-cols-3">
      <NumberField label="Access token" help="Minutes, 5 to 1,440." name="accessTokenValidity" {...part} />
      <NumberField label="Id token" help="Minutes, 5 to 1,440." name="idTokenValidity" {...part} />
      <NumberField label="Refresh token" help="Days, 1 to 3,650." name="refreshTokenValidity" {...part} />
    </div>
  </Section>
);

type NumberName =
  | 'passwordMinimumLength'
  | 'accessTokenValidity'
  | 'idTokenValidity'
  | 'refreshTokenValidity';

function NumberField(props: PoolPartProps & { label: string; help: string; name: NumberName }) {
  const { draft, set, errorOf, label, help, name } = props;
  return (
    <Field label={label} help={help} className="max-w-xs" error={errorOf(name)}>
      <Input
        inputMode="numeric"
        value={draft[name]}
        onChange={(event) => set({ [name]: event.target.value })}
      />
    </Field>
  );
}
