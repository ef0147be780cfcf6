'use client';

import type { ReactNode } from 'react';
import { Checkbox } from '@/components/ui/Checkbox';
import { Field } from '@/components/ui/Field';
import { Input } from '@/components/ui/Input';
import { Textarea } from '@/components/ui/Textarea';
import type { ActionFault } from '@/components/ui/useAction';
import type { ResourceServer } from '@/lib/model/userPool';
import {
  type AuthFlow,
  type ClientDraft,
  listErrors,
  type OAuthFlow,
  scopesOf,
  toggled,
} from './clientDraft';

export interface ClientPartProps {
  draft: ClientDraft;
  set: (change: Partial<ClientDraft>) => void;
  faults: ActionFault['fields'];
  servers: ResourceServer[];
}

/** All that can be changed of an app client; the secret is decided when it is made. */
export function ClientFields(part: ClientPartProps) {
  const { draft, set, faults } = part;
  return (
    <>
      <Field label="Name" required error={listErrors(faults, 'clientName')}>
        <Input value={draft.clientName} onChange={(event) => set({ clientName: event.target.value })} />
      </Field>
      <Flows {...part} />
      {draft.allowedOAuthFlows.includes('code') && <Addresses {...part} />}
      <Scopes {...part} />
      <Sdk {...part} />
    </>
  );
}

function Addresses({ draft, set, faults }: ClientPartProps) {
  return (
    <>
      <Field
        label="Callback URLs"
        help="One a line: where people come back with a code. Compared as a whole, to the letter."
        error={listErrors(faults, 'callbackUrls')}
      >
        <Textarea
          mono
          rows={3}
          spellCheck={false}
          placeholder="http://localhost:5173/callback"
          value={draft.callbackUrls}
          onChange={(event) => set({ callbackUrls: event.target.value })}
        />
      </Field>
      <Field
        label="Sign-out URLs"
        help="One a line: where people go after signing out."
        error={listErrors(faults, 'logoutUrls')}
      >
        <Textarea
          mono
          rows={2}
          spellCheck={false}
          value={draft.logoutUrls}
          onChange={(event) => set({ logoutUrls: event.target.value })}
        />
      </Field>
    </>
  );
}

const flows: { value: OAuthFlow; label: string }[] = [
  { value: 'code', label: 'code: people sign in on the hosted page, with PKCE' },
  { value: 'client_credentials', label: 'client_credentials: the program signs itself in, with its secret' },
];

const Flows = ({ draft, set, faults }: ClientPartProps) => (
  <Boxes legend="OAuth 2.0 flows" error={listErrors(faults, 'allowedOAuthFlows')}>
    {flows.map(({ value, label }) => (
      <Checkbox
        key={value}
        label={label}
        checked={draft.allowedOAuthFlows.includes(value)}
        onChange={(event) =>
          set({ allowedOAuthFlows: toggled(draft.allowedOAuthFlows, value, event.target.checked) })
        }
      />
    ))}
  </Boxes>
);

function Scopes({ draft, set, faults, servers }: ClientPartProps) {
  // What is allowed and belongs to no resource server any more must be seen, to be taken away.
  const all = [...new Set([...scopesOf(servers), ...draft.allowedOAuthScopes])];
  return (
    <Boxes legend="Scopes" error={listErrors(faults, 'allowedOAuthScopes')}>
      {all.map((scope) => (
        <Checkbox
          key={scope}
          label={<span className="break-all font-mono text-small">{scope}</span>}
          checked={draft.allowedOAuthScopes.includes(scope)}
          onChange={(event) =>
            set({ allowedOAuthScopes: toggled(draft.allowedOAuthScopes, scope, event.target.checked) })
          }
        />
      ))}
    </Boxes>
  );
}

const authFlows: { value: AuthFlow; label: string }[] = [
  { value: 'USER_PASSWORD_AUTH', label: 'InitiateAuth with username and password' },
  { value: 'REFRESH_TOKEN_AUTH', label: 'InitiateAuth with a refresh token' },
  { value: 'ADMIN_USER_PASSWORD_AUTH', label: 'AdminInitiateAuth, signed by an administrator' },
];

const Sdk = ({ draft, set, faults }: ClientPartProps) => (
  <Boxes legend="Calls of AWS's SDK" error={listErrors(faults, 'explicitAuthFlows')}>
    {authFlows.map(({ value, label }) => (
      <Checkbox
        key={value}
        label={label}
        checked={draft.explicitAuthFlows.includes(value)}
        onChange={(event) =>
          set({ explicitAuthFlows: toggled(draft.explicitAuthFlows, value, event.target.checked) })
        }
      />
    ))}
  </Boxes>
);

const Boxes = (props: { legend: string; error?: string; children: ReactNode }) => (
  <fieldset className="min-w-0">
    <legend className="mb-1 font-medium">{props.legend}</legend>
    <div className="grid max-h-56 justify-items-start gap-1.5 overflow-y-auto">{props.children}</div>
    {props.error && (
      <p role="alert" className="mt-1 text-danger text-small">
        {props.error}
      </p>
    )}
  </fieldset>
);
