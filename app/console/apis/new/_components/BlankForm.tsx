'use client';

import { useRouter } from 'next/navigation';
import type { FormEvent } from 'react';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { FormError } from '@/components/ui/FormError';
import { Input } from '@/components/ui/Input';
import { useAction } from '@/components/ui/useAction';
import { createRestApi } from '../../actions';
import { restApiInputOf } from './restApiInputOf';

const fields = ['name', 'description', 'version'] as const;

/** An API with a root resource and nothing else. */
export function BlankForm() {
  const router = useRouter();
  const action = useAction(createRestApi, { fields });
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const api = await action.run(restApiInputOf(event.currentTarget));
    if (api) router.push(`/console/apis/${api.id}/resources`);
  }
  return (
    <form onSubmit={submit} className="grid max-w-md gap-4">
      <FormError>{action.rest}</FormError>
      <Field label="Name" required error={action.errorOf('name')}>
        <Input name="name" autoFocus />
      </Field>
      <Field label="Description" error={action.errorOf('description')}>
        <Input name="description" />
      </Field>
      <Field
        label="Version"
        help="Your own word for it; shown in the portal."
        error={action.errorOf('version')}
      >
        <Input name="version" placeholder="1.0" />
      </Field>
      <Button type="submit" variant="primary" busy={action.pending} className="justify-self-start">
        Create API
      </Button>
    </form>
  );
}
