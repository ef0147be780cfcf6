'use client';

import { useRouter } from 'next/navigation';
import type { FormEvent } from 'react';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { FormError } from '@/components/ui/FormError';
import { Input } from '@/components/ui/Input';
import { useAction } from '@/components/ui/useAction';
import { createWebSocketApi } from '../actions';

const fields = ['name', 'description', 'routeSelectionExpression'] as const;

/** A WebSocket API without routes: they come next. */
export function CreateWebSocketApiForm() {
  const router = useRouter();
  const action = useAction(createWebSocketApi, { fields });
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? '').trim();
    const api = await action.run({
      name: text('name'),
      routeSelectionExpression: text('routeSelectionExpression'),
      ...(text('description') && { description: text('description') }),
    });
    if (api) router.push(`/console/websocket-apis/${api.apiId}/routes`);
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
        label="Route selection expression"
        required
        help="What a message names its route by: here the member action of its JSON body."
        error={action.errorOf('routeSelectionExpression')}
      >
        <Input name="routeSelectionExpression" mono defaultValue="$request.body.action" spellCheck={false} />
      </Field>
      <Button type="submit" variant="primary" busy={action.pending} className="justify-self-start">
        Create WebSocket API
      </Button>
    </form>
  );
}
