'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { FormError } from '@/components/ui/FormError';
import { Input } from '@/components/ui/Input';
import { useAction } from '@/components/ui/useAction';
import { createApi } from '../actions';

const fields = ['name', 'routeSelectionExpression'] as const;

/** A WebSocket API without a route. */
export function WebSocketApiForm() {
  const router = useRouter();
  const action = useAction(createApi, { fields });
  const [name, setName] = useState('');
  const [routeSelectionExpression, setExpression] = useState('$request.body.action');
  async function submit(event: FormEvent) {
    event.preventDefault();
    const api = await action.run({ protocolType: 'WEBSOCKET', name: name.trim(), routeSelectionExpression });
    if (api) router.push(`/console/websocket-apis/${api.apiId}/routes`);
  }
  return (
    <form onSubmit={submit} className="grid max-w-xl gap-4">
      <FormError>{action.rest}</FormError>
      <Field label="Name" required error={action.errorOf('name')}>
        <Input autoFocus value={name} onChange={(event) => setName(event.target.value)} />
      </Field>
      <Field
        label="Route selection expression"
        required
        help="What of a message names its route; $request.body.action takes the member action of a JSON message."
        error={action.errorOf('routeSelectionExpression')}
      >
        <Input
          mono
          spellCheck={false}
          value={routeSelectionExpression}
          onChange={(event) => setExpression(event.target.value)}
        />
      </Field>
      <Button type="submit" variant="primary" busy={action.pending} className="justify-self-start">
        Create API
      </Button>
    </form>
  );
}
