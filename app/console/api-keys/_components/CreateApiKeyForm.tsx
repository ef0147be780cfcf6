'use client';

import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { FormError } from '@/components/ui/FormError';
import { Input } from '@/components/ui/Input';
import { Select } from '@/components/ui/Select';
import { useAction } from '@/components/ui/useAction';
import type { ApiKey } from '@/lib/model/apiKey';
import { createApiKey } from '../actions';

export interface PlanChoice {
  id: string;
  name: string;
}

const fields = ['name', 'description', 'value'] as const;
const valueKinds = [
  { value: 'generated', label: 'Generated' },
  { value: 'own', label: 'Own value' },
];

/** Name, description, generated or own value, and a first plan. */
export function CreateApiKeyForm(props: { plans: PlanChoice[]; onMade: (key: ApiKey) => void }) {
  const [kind, setKind] = useState('generated');
  const action = useAction(createApiKey, { fields });
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? '').trim();
    const made = await action.run({
      name: text('name'),
      description: text('description') || undefined,
      usagePlanId: text('usagePlanId') || undefined,
      ...(kind === 'own' && { value: text('value') }),
    });
    if (made) props.onMade(made);
  }
  return (
    <form onSubmit={submit} className="grid gap-4">
      <FormError>{action.rest}</FormError>
      <Field label="Name" required error={action.errorOf('name')}>
        <Input name="name" />
      </Field>
      <Field label="Description" error={action.errorOf('description')}>
        <Input name="description" />
      </Field>
      <Field label="Value" help={kind === 'generated' ? '40 random letters and digits.' : undefined}>
        <Select value={kind} onChange={(event) => setKind(event.target.value)} options={valueKinds} />
      </Field>
      {kind === 'own' && (
        <Field
          label="Own value"
          required
          help="20 to 128 visible ASCII characters that no other key has."
          error={action.errorOf('value')}
        >
          <Input name="value" mono spellCheck={false} />
        </Field>
      )}
      <Field label="Usage plan" help="Without a plan the key opens nothing yet.">
        <Select
          name="usagePlanId"
          options={[
            { value: '', label: 'None' },
            ...props.plans.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </Field>
      <Button type="submit" variant="primary" busy={action.pending} className="justify-self-start">
        Create key
      </Button>
    </form>
  );
}
