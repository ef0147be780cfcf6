'use client';

import { useRouter } from 'next/navigation';
import type { FormEvent } from 'react';
import { toast } from 'sonner';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { FormError } from '@/components/ui/FormError';
import { Input } from '@/components/ui/Input';
import { useAction } from '@/components/ui/useAction';
import type { RestApi } from '@/lib/control/control';
import { updateRestApi } from '../../../actions';
import { restApiInputOf } from '../../../new/_components/restApiInputOf';

const fields = ['name', 'description', 'version'] as const;

export function SettingsForm({ api, editable }: { api: RestApi; editable: boolean }) {
  const router = useRouter();
  const action = useAction(updateRestApi, { fields });
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (!(await action.run({ restApiId: api.id, ...restApiInputOf(event.currentTarget) }))) return;
    toast('Details saved');
    router.refresh();
  }
  return (
    <form onSubmit={submit} className="grid max-w-md gap-4">
      <FormError>{action.rest}</FormError>
      <Field label="Name" required error={action.errorOf('name')}>
        <Input name="name" defaultValue={api.name} readOnly={!editable} />
      </Field>
      <Field label="Description" error={action.errorOf('description')}>
        <Input name="description" defaultValue={api.description} readOnly={!editable} />
      </Field>
      <Field label="Version" error={action.errorOf('version')}>
        <Input name="version" defaultValue={api.version} readOnly={!editable} />
      </Field>
      {editable && (
        <Button type="submit" busy={action.pending} className="justify-self-start">
          Save details
        </Button>
      )}
    </form>
  );
}
