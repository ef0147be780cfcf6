'use client';

import { Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { fieldErrorLines } from '@/components/console/drafts/DraftForm';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { FormDialog } from '@/components/ui/FormDialog';
import { Input } from '@/components/ui/Input';
import { Select } from '@/components/ui/Select';
import { useAction } from '@/components/ui/useAction';
import type { IntegrationInput } from '@/lib/model/v2/integration';
import { createRoute } from '../actions';
import { IntegrationFields } from './forms/IntegrationFields';
import { integrationWords } from './integrationKinds';
import { type RouteChoices, routeHref, routesWith } from './RoutePlace';

export function CreateRouteButton({ choices }: { choices: RouteChoices }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="sm" onClick={() => setOpen(true)}>
        <Plus aria-hidden />
        Create route
      </Button>
      {open && <CreateRouteDialog choices={choices} onClose={() => setOpen(false)} />}
    </>
  );
}

const own = ['$connect', '$disconnect', '$default'];
const customKey = '?';
const fresh = '?new';
const none = '?none';
const fields = ['routeKey', 'integrationUri', 'integrationMethod', 'timeoutInMillis'] as const;
const blank: IntegrationInput = { integrationType: 'AWS_PROXY' };

function CreateRouteDialog({ choices, onClose }: { choices: RouteChoices; onClose: () => void }) {
  const router = useRouter();
  const action = useAction(createRoute, { fields });
  const { apiId, routes, integrations } = choices;
  const free = own.filter((key) => routes.every(({ routeKey }) => routeKey !== key));
  const [key, setKey] = useState(free[0] ?? customKey);
  const [ownKey, setOwnKey] = useState('');
  const [from, setFrom] = useState(integrations[0] ? `integrations/${integrations[0].integrationId}` : fresh);
  const [integration, setIntegration] = useState(blank);
  const routeKey = key === customKey ? ownKey.trim() : key;

  async function submit() {
    const made = await action.run({
      apiId,
      routeKey,
      ...(from === fresh && { integration }),
      ...(from !== fresh && from !== none && { target: from }),
    });
    if (!made) return;
    onClose();
    router.push(routeHref(apiId, made.routeId));
  }

  return (
    <FormDialog
      title="Create route"
      submit="Create route"
      busy={action.pending}
      error={action.rest}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      {free.length > 0 && (
        <Field label="Route">
          <Select
            value={key}
            onChange={({ target }) => setKey(target.value)}
            options={[
              ...free.map((value) => ({ value, label: value })),
              { value: customKey, label: 'A key of your own' },
            ]}
          />
        </Field>
      )}
      {key === customKey && (
        <Field
          label="Route key"
          required
          help="What the route selection expression gives for its messages."
          error={action.errorOf('routeKey')}
        >
          <Input
            mono
            spellCheck={false}
            placeholder="sendmessage"
            value={ownKey}
            onChange={({ target }) => setOwnKey(target.value)}
          />
        </Field>
      )}
      <Field label="Integration">
        <Select
          value={from}
          onChange={({ target }) => setFrom(target.value)}
          options={[
            ...integrations.map((each) => ({
              value: `integrations/${each.integrationId}`,
              label: `The one of ${routesWith(routes, each.integrationId).join(', ') || each.integrationId}: ${integrationWords(each)}`,
            })),
            { value: fresh, label: 'A new one' },
            { value: none, label: 'None yet' },
          ]}
        />
      </Field>
      {from === fresh && (
        <IntegrationFields
          choices={choices}
          value={integration}
          set={setIntegration}
          errorOf={action.errorOf}
          errorLinesOf={(field) => fieldErrorLines(action.error, field)}
          readOnly={false}
        />
      )}
    </FormDialog>
  );
}
