'use client';

import { useRouter } from 'next/navigation';
import { toast } from 'sonner';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { Form } from '@/components/ui/Form';
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
  async function save(form: HTMLFormElement) {
    // A field that was emptied clears what it held.
    const { name, description = '', version = '' } = restApiInputOf(form);
    if (!(await action.run({ restApiId: api.id, name, description, version }))) return false;
    toast('Details saved');
    router.refresh();
    return true;
  }
  return (
    <Form onSave={save} guard className="max-w-md">
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
    </Form>
  );
}
