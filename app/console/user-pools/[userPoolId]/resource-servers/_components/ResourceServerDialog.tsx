'use client';

import { useState } from 'react';
import { Field } from '@/components/ui/Field';
import { FormDialog } from '@/components/ui/FormDialog';
import { Input } from '@/components/ui/Input';
import { KeyValueEditor } from '@/components/ui/KeyValueEditor';
import { toast } from '@/components/ui/Toaster';
import { faultText, useAction } from '@/components/ui/useAction';
import type { ResourceServer } from '@/lib/model/userPool';
import { putResourceServers } from '../actions';

/** A new resource server, or `server` with its changes. Its identifier begins every scope's name and stays. */
export function ResourceServerDialog(props: {
  userPoolId: string;
  servers: ResourceServer[];
  server?: ResourceServer;
  onClose: () => void;
}) {
  const { userPoolId, servers, server } = props;
  const action = useAction(putResourceServers);
  const [identifier, setIdentifier] = useState(server?.identifier ?? '');
  const [name, setName] = useState(server?.name ?? '');
  const [scopes, setScopes] = useState(() =>
    Object.fromEntries((server?.scopes ?? []).map((scope) => [scope.name, scope.description])),
  );
  const key = identifier.trim();
  const taken =
    !server && servers.some((each) => each.identifier === key)
      ? 'The pool has this identifier already'
      : undefined;
  const save = async () => {
    const next: ResourceServer = {
      identifier: key,
      name: name.trim() || key,
      scopes: Object.entries(scopes).map(([scope, description]) => ({ name: scope, description })),
    };
    const all = server ? servers.map((each) => (each.identifier === key ? next : each)) : [...servers, next];
    if (!(await action.run({ userPoolId, servers: all }))) return;
    toast(`${key} saved`);
    props.onClose();
  };
  return (
    <FormDialog
      title={server ? `Edit ${server.identifier}` : 'Add resource server'}
      submit={server ? 'Save resource server' : 'Add resource server'}
      busy={action.pending}
      disabled={key === '' || taken !== undefined}
      error={action.error ? faultText(action.error) : undefined}
      onClose={props.onClose}
      onSubmit={save}
    >
      <Field
        label="Identifier"
        required
        help="Begins the name of every scope: orders, or https://orders.example.com."
        error={taken}
      >
        <Input
          mono
          spellCheck={false}
          readOnly={Boolean(server)}
          value={identifier}
          onChange={(event) => setIdentifier(event.target.value)}
        />
      </Field>
      <Field label="Name" help="Empty: the identifier.">
        <Input value={name} onChange={(event) => setName(event.target.value)} />
      </Field>
      <fieldset className="grid gap-1">
        <legend className="font-medium">Scopes</legend>
        <p className="text-muted text-small">
          A name such as read, and what it allows. A method asks for {key || 'orders'}/read.
        </p>
        <KeyValueEditor
          what="Scope"
          keyLabel="Scope name"
          valueLabel="Description"
          value={scopes}
          onChange={setScopes}
        />
      </fieldset>
    </FormDialog>
  );
}
