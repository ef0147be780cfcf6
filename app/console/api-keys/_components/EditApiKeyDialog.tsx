'use client';

import type { FormEvent } from 'react';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { Field } from '@/components/ui/Field';
import { FormError } from '@/components/ui/FormError';
import { Input } from '@/components/ui/Input';
import { toast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import { updateApiKey } from '../actions';
import { type KeyLine, keyTitle } from './keyLines';

const fields = ['name', 'description'] as const;

export function EditApiKeyDialog({ apiKey, onClose }: { apiKey: KeyLine; onClose: () => void }) {
  const action = useAction(updateApiKey, { fields });
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? '').trim();
    const input = { apiKeyId: apiKey.id, name: text('name'), description: text('description') };
    if (!(await action.run(input))) return;
    toast('API key saved');
    onClose();
  }
  return (
    <Dialog open onOpenChange={onClose} title={`Edit ${keyTitle(apiKey)}`}>
      <form onSubmit={submit} className="grid gap-4">
        <FormError>{action.rest}</FormError>
        <Field label="Name" error={action.errorOf('name')}>
          <Input name="name" defaultValue={apiKey.name} />
        </Field>
        <Field label="Description" error={action.errorOf('description')}>
          <Input name="description" defaultValue={apiKey.description} />
        </Field>
        <Button type="submit" variant="primary" busy={action.pending} className="justify-self-start">
          Save key
        </Button>
      </form>
    </Dialog>
  );
}
