'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { Form } from '@/components/ui/Form';
import { FormError } from '@/components/ui/FormError';
import { Input } from '@/components/ui/Input';
import { Switch } from '@/components/ui/Switch';
import { toast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import type { Api } from '@/lib/model/v2/api';
import { updateApi } from '../../actions';

const fields = ['name', 'description', 'version', 'disableExecuteApiEndpoint'] as const;

export function SettingsForm({ api, editable }: { api: Api; editable: boolean }) {
  const router = useRouter();
  const action = useAction(updateApi, { fields });
  const [disabled, setDisabled] = useState(api.disableExecuteApiEndpoint);
  async function save(form: HTMLFormElement) {
    const data = new FormData(form);
    const text = (name: string) => String(data.get(name) ?? '').trim();
    const saved = await action.run({
      apiId: api.apiId,
      name: text('name'),
      description: text('description'),
      version: text('version'),
      disableExecuteApiEndpoint: disabled,
    });
    if (!saved) return false;
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
      <Field
        inline
        label="Answer custom domain names only"
        help="Calls by the invoke URL are then refused."
        error={action.errorOf('disableExecuteApiEndpoint')}
      >
        <Switch checked={disabled} disabled={!editable} onCheckedChange={setDisabled} />
      </Field>
      {editable && (
        <Button type="submit" busy={action.pending} className="justify-self-start">
          Save details
        </Button>
      )}
    </Form>
  );
}
