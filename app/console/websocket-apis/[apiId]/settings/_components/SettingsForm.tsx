'use client';

import { useRouter } from 'next/navigation';
import { Button } from '@/components/ui/Button';
import { Checkbox } from '@/components/ui/Checkbox';
import { Field } from '@/components/ui/Field';
import { Form } from '@/components/ui/Form';
import { FormError } from '@/components/ui/FormError';
import { Input } from '@/components/ui/Input';
import { Select } from '@/components/ui/Select';
import { toast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import type { Api } from '@/lib/model/v2/api';
import { updateWebSocketApi } from '../../../actions';

const fields = [
  'name',
  'description',
  'version',
  'routeSelectionExpression',
  'apiKeySelectionExpression',
] as const;

const keySources = [
  { value: '$request.header.x-api-key', label: 'The header x-api-key' },
  { value: '$context.authorizer.usageIdentifierKey', label: 'What the authorizer says' },
];

export function SettingsForm({ api, editable }: { api: Api; editable: boolean }) {
  const router = useRouter();
  const action = useAction(updateWebSocketApi, { fields });
  async function save(element: HTMLFormElement) {
    const form = new FormData(element);
    const text = (name: string) => String(form.get(name) ?? '').trim();
    const saved = await action.run({
      apiId: api.apiId,
      name: text('name'),
      // A field that was emptied clears what it held.
      description: text('description'),
      version: text('version'),
      routeSelectionExpression: text('routeSelectionExpression'),
      apiKeySelectionExpression: text('apiKeySelectionExpression'),
      disableSchemaValidation: form.get('validate') !== 'on',
      disableExecuteApiEndpoint: form.get('endpoint') !== 'on',
    });
    if (!saved) return false;
    toast('Settings saved');
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
        label="Route selection expression"
        required
        help="What a message names its route by, e.g. $request.body.action."
        error={action.errorOf('routeSelectionExpression')}
      >
        <Input
          mono
          spellCheck={false}
          name="routeSelectionExpression"
          defaultValue={api.routeSelectionExpression}
          readOnly={!editable}
        />
      </Field>
      <Field
        label="API key"
        help="Where the key stands when $connect requires one."
        error={action.errorOf('apiKeySelectionExpression')}
      >
        <Select
          name="apiKeySelectionExpression"
          options={keySources}
          defaultValue={api.apiKeySelectionExpression}
          disabled={!editable}
        />
      </Field>
      <Checkbox
        name="validate"
        label="Validate messages against the models of their routes"
        defaultChecked={!api.disableSchemaValidation}
        disabled={!editable}
      />
      <Checkbox
        name="endpoint"
        label="Clients may connect by the endpoint above, not by custom domain names alone"
        defaultChecked={!api.disableExecuteApiEndpoint}
        disabled={!editable}
      />
      {editable && (
        <Button type="submit" variant="primary" busy={action.pending} className="justify-self-start">
          Save settings
        </Button>
      )}
    </Form>
  );
}
