'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Field } from '@/components/ui/Field';
import { FormDialog } from '@/components/ui/FormDialog';
import { Switch } from '@/components/ui/Switch';
import { toast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import type { ResourceServer } from '@/lib/model/userPool';
import { createPoolClient } from '../actions';
import { ClientFields } from './ClientFields';
import { clientDraftOf, clientInputOf } from './clientDraft';
import { clientFields, isClientField } from './clientFields';
import { SecretOnce } from './SecretOnce';

/** Makes an app client; its secret, when it has one, is shown here and never again. */
export function CreateClientDialog(props: {
  userPoolId: string;
  servers: ResourceServer[];
  onClose: () => void;
}) {
  const { userPoolId } = props;
  const router = useRouter();
  const action = useAction(createPoolClient, { fields: clientFields });
  const [draft, setDraft] = useState(() => clientDraftOf());
  const [made, setMade] = useState<{ clientId: string; clientSecret: string } | null>(null);
  const open = (clientId: string) => router.push(`/console/user-pools/${userPoolId}/clients/${clientId}`);
  const faults = action.error?.fields ?? [];
  const save = async () => {
    const client = await action.run({ userPoolId, input: clientInputOf(draft) });
    if (!client) return;
    const { clientId, clientSecret } = client;
    if (clientSecret) return setMade({ clientId, clientSecret });
    toast(`${client.clientName} created`);
    open(clientId);
  };
  if (made) return <SecretOnce {...made} onStored={() => open(made.clientId)} />;
  return (
    <FormDialog
      title="Create app client"
      submit="Create app client"
      busy={action.pending}
      error={faults.length > 0 && faults.every(isClientField) ? undefined : action.error?.message}
      onClose={props.onClose}
      onSubmit={save}
    >
      <ClientFields
        draft={draft}
        set={(change) => setDraft((now) => ({ ...now, ...change }))}
        faults={faults}
        servers={props.servers}
      />
      <Field
        inline
        label="Client secret"
        help="For programs on a server. Pages and apps on a phone cannot keep one: PKCE protects them."
      >
        <Switch
          checked={draft.generateSecret}
          onCheckedChange={(generateSecret) => setDraft((now) => ({ ...now, generateSecret }))}
        />
      </Field>
    </FormDialog>
  );
}
