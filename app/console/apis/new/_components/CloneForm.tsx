'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { FormError } from '@/components/ui/FormError';
import { Input } from '@/components/ui/Input';
import { Select } from '@/components/ui/Select';
import { useAction } from '@/components/ui/useAction';
import { cloneRestApi } from '../../actions';
import { restApiInputOf } from './restApiInputOf';

const fields = ['name'] as const;

/** A copy of an API's undeployed definition; stages and deployments stay behind. */
export function CloneForm({ apis }: { apis: { id: string; name: string }[] }) {
  const router = useRouter();
  const [source, setSource] = useState(apis[0]?.id ?? '');
  const action = useAction(cloneRestApi, { fields });
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const api = await action.run({ restApiId: source, ...restApiInputOf(event.currentTarget) });
    if (api) router.push(`/console/apis/${api.id}/resources`);
  }
  if (apis.length === 0) return <p className="text-muted">There is no API to copy yet.</p>;
  return (
    <form onSubmit={submit} className="grid max-w-md gap-4">
      <FormError>{action.rest}</FormError>
      <Field
        label="Copy of"
        help="Its stages and deployments are not copied. Functions that it calls let the copy invoke them."
      >
        <Select
          value={source}
          onChange={(event) => setSource(event.target.value)}
          options={apis.map((api) => ({ value: api.id, label: `${api.name} (${api.id})` }))}
        />
      </Field>
      <Field label="Name" required error={action.errorOf('name')}>
        <Input name="name" />
      </Field>
      <Button type="submit" variant="primary" busy={action.pending} className="justify-self-start">
        Clone API
      </Button>
    </form>
  );
}
