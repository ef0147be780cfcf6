'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { Field } from '@/components/ui/Field';
import { FormError } from '@/components/ui/FormError';
import { Input } from '@/components/ui/Input';
import { useAction } from '@/components/ui/useAction';
import { createApp } from '../actions';

const fields = ['name', 'description'] as const;

export function CreateAppButton() {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const action = useAction(createApp, { fields });

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const app = await action.run({
      name: String(form.get('name')),
      description: String(form.get('description')),
    });
    if (app) router.push(`/apps/${app.id}`);
  }

  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)}>
        Create app
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title="Create app">
        <form onSubmit={submit} className="space-y-4">
          <FormError>{action.rest}</FormError>
          <Field label="Name" required error={action.errorOf('name')}>
            <Input name="name" />
          </Field>
          <Field
            label="Description"
            help="What it does, for those who approve it."
            error={action.errorOf('description')}
          >
            <Input name="description" />
          </Field>
          <Button type="submit" variant="primary" busy={action.pending}>
            Create app
          </Button>
        </form>
      </Dialog>
    </>
  );
}
