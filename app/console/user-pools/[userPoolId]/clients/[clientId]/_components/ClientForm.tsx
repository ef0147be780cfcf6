'use client';

import { type FormEvent, useRef, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { FormError } from '@/components/ui/FormError';
import { Section } from '@/components/ui/Section';
import { toast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import { useSaveShortcut } from '@/components/ui/useSaveShortcut';
import { useUnsavedGuard } from '@/components/ui/useUnsavedGuard';
import type { ResourceServer, UserPoolClient } from '@/lib/model/userPool';
import { ClientFields } from '../../_components/ClientFields';
import { clientDraftOf, clientInputOf } from '../../_components/clientDraft';
import { isClientField } from '../../_components/clientFields';
import { updatePoolClient } from '../../actions';

/** The client's settings; in force with the next sign-in. */
export function ClientForm(props: {
  userPoolId: string;
  client: UserPoolClient;
  servers: ResourceServer[];
  editable: boolean;
}) {
  const { userPoolId, client, editable } = props;
  const form = useRef<HTMLFormElement>(null);
  const [base, setBase] = useState(() => clientDraftOf(client));
  const [draft, setDraft] = useState(base);
  const action = useAction(updatePoolClient);
  const faults = action.error?.fields ?? [];
  const dirty = JSON.stringify(draft) !== JSON.stringify(base);
  useUnsavedGuard(dirty && !action.pending);
  useSaveShortcut(() => form.current?.requestSubmit(), editable);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (!dirty) return;
    const input = clientInputOf(draft);
    const saved = await action.run({ userPoolId, clientId: client.clientId, input });
    if (!saved) return;
    setBase(clientDraftOf(saved));
    setDraft(clientDraftOf(saved));
    toast('App client saved');
  }
  return (
    <form ref={form} onSubmit={submit} className="border-t pt-4">
      <fieldset disabled={!editable} className="grid min-w-0 gap-4">
        <Section title="Settings">
          <div className="grid max-w-2xl gap-4">
            <FormError>
              {faults.length > 0 && faults.every(isClientField) ? undefined : action.error?.message}
            </FormError>
            <ClientFields
              draft={draft}
              set={(change) => setDraft((now) => ({ ...now, ...change }))}
              faults={faults}
              servers={props.servers}
            />
          </div>
        </Section>
        {editable && (
          <Button
            type="submit"
            variant="primary"
            busy={action.pending}
            disabled={!dirty}
            className="justify-self-start"
          >
            Save app client
          </Button>
        )}
      </fieldset>
    </form>
  );
}
