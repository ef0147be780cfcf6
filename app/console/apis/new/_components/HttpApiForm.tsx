'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { FunctionPicker } from '@/components/console/FunctionPicker';
import type { FunctionChoice } from '@/components/console/functionChoices';
import { invocationUri, invokedArn } from '@/components/console/functionUri';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { FormError } from '@/components/ui/FormError';
import { Input } from '@/components/ui/Input';
import { Select } from '@/components/ui/Select';
import { useAction } from '@/components/ui/useAction';
import { createApi } from '../actions';

const fields = ['name', 'target', 'integrationUri', 'routeKey'] as const;
const targets = [
  { value: 'url', label: 'A URL' },
  { value: 'function', label: 'A function' },
  { value: 'none', label: 'Nothing yet: routes come later' },
];

/** An HTTP API; with a target it serves at once on the stage $default (AWS's quick create). */
export function HttpApiForm({ functions }: { functions: FunctionChoice[] }) {
  const router = useRouter();
  const action = useAction(createApi, { fields });
  const [name, setName] = useState('');
  const [kind, setKind] = useState('url');
  const [url, setUrl] = useState('');
  const [uri, setUri] = useState(() => (functions[0] ? invocationUri(functions[0].functionArn) : ''));
  const [routeKey, setRouteKey] = useState('');
  async function submit(event: FormEvent) {
    event.preventDefault();
    const target = kind === 'url' ? url.trim() : (invokedArn(uri) ?? uri);
    const quick = kind === 'none' ? {} : { target, ...(routeKey.trim() && { routeKey: routeKey.trim() }) };
    const api = await action.run({ protocolType: 'HTTP', name: name.trim(), ...quick });
    if (api) router.push(`/console/http-apis/${api.apiId}/routes`);
  }
  const targetError = action.errorOf('target') ?? action.errorOf('integrationUri');
  return (
    <form onSubmit={submit} className="grid max-w-xl gap-4">
      <FormError>{action.rest}</FormError>
      <Field label="Name" required error={action.errorOf('name')}>
        <Input autoFocus value={name} onChange={(event) => setName(event.target.value)} />
      </Field>
      <Field label="Calls go to">
        <Select value={kind} options={targets} onChange={(event) => setKind(event.target.value)} />
      </Field>
      {kind === 'url' && (
        <Field
          label="URL"
          required
          help="Called with the caller’s verb, on the route $default with the path too."
          error={targetError}
        >
          <Input
            mono
            spellCheck={false}
            placeholder="https://backend.example/orders"
            value={url}
            onChange={(event) => setUrl(event.target.value)}
          />
        </Field>
      )}
      {kind === 'function' && (
        <FunctionPicker functions={functions} uri={uri} onChange={setUri} error={targetError} />
      )}
      {kind !== 'none' && (
        <Field
          label="Route key"
          help="A verb and a path, as GET /orders or ANY /{proxy+}. Empty is $default: every call."
          error={action.errorOf('routeKey')}
        >
          <Input
            mono
            spellCheck={false}
            placeholder="$default"
            value={routeKey}
            onChange={(event) => setRouteKey(event.target.value)}
          />
        </Field>
      )}
      <Button type="submit" variant="primary" busy={action.pending} className="justify-self-start">
        {kind === 'none' ? 'Create API' : 'Create and deploy API'}
      </Button>
    </form>
  );
}
