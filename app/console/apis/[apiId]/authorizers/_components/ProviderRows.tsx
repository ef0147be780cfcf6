'use client';

import { Plus, X } from 'lucide-react';
import Link from 'next/link';
import { FormPart } from '@/components/console/drafts/FormPart';
import { Button } from '@/components/ui/Button';
import { CopyButton } from '@/components/ui/CopyButton';
import { IconButton } from '@/components/ui/IconButton';
import { Input } from '@/components/ui/Input';
import { Select } from '@/components/ui/Select';
import type { PoolChoice } from '../AuthorizerChoices';
import type { AuthorizerPartProps } from './AuthorizerFields';
import { freshId, type ProviderDraft, providerField } from './authorizerDraft';

/** Whose tokens are taken: user pools of this installation by name, any other issuer by its URL. */
export function ProviderRows({
  draft,
  set,
  errorOf,
  readOnly,
  pools,
}: AuthorizerPartProps & { pools: PoolChoice[] }) {
  const { providers } = draft;
  const add = (text: string) => set({ providers: [...providers, { id: freshId(providers), text }] });
  const free = pools.filter(({ arn }) => providers.every(({ text }) => text !== arn));
  return (
    <FormPart
      title="User pools and issuers"
      help="A token of any of them is taken. An issuer’s keys are found by its discovery document."
      error={errorOf('providerARNs')}
    >
      <div className="grid gap-2">
        {providers.map((provider, index) => (
          <ProviderRow
            key={provider.id}
            label={`Pool or issuer ${index + 1}`}
            provider={provider}
            pool={pools.find(({ arn }) => arn === provider.text)}
            error={errorOf(providerField(draft, provider))}
            readOnly={readOnly}
            onChange={(text) =>
              set({
                providers: providers.map((each) => (each.id === provider.id ? { ...each, text } : each)),
              })
            }
            onRemove={() => set({ providers: providers.filter(({ id }) => id !== provider.id) })}
          />
        ))}
        {!readOnly && (
          <div className="flex flex-wrap items-center gap-2">
            {free.length > 0 && (
              <Select
                aria-label="Add a user pool"
                className="w-56"
                options={[
                  { value: '', label: 'Add a user pool' },
                  ...free.map(({ arn, name, id }) => ({ value: arn, label: `${name} (${id})` })),
                ]}
                value=""
                onChange={({ target }) => target.value && add(target.value)}
              />
            )}
            <Button size="sm" onClick={() => add('')}>
              <Plus aria-hidden />
              Add issuer by URL
            </Button>
            {pools.length === 0 && (
              <Link href="/console/user-pools" className="text-accent-ink text-small underline">
                Create a user pool
              </Link>
            )}
          </div>
        )}
      </div>
    </FormPart>
  );
}

function ProviderRow(props: {
  label: string;
  provider: ProviderDraft;
  pool: PoolChoice | undefined;
  error: string | undefined;
  readOnly: boolean;
  onChange: (text: string) => void;
  onRemove: () => void;
}) {
  const { label, provider, pool, readOnly } = props;
  return (
    <div>
      <div className="flex items-center gap-2">
        {pool ? (
          <p className="min-w-0 flex-1 truncate rounded-md border bg-panel px-2.5 py-1.5" title={pool.arn}>
            {pool.name} <span className="font-mono text-muted text-small">{pool.id}</span>
          </p>
        ) : (
          <Input
            mono
            spellCheck={false}
            inputMode="url"
            aria-label={label}
            placeholder="https://issuer.example.com"
            value={provider.text}
            readOnly={readOnly}
            onChange={(event) => props.onChange(event.target.value)}
          />
        )}
        {!readOnly && (
          <IconButton label={`Remove ${pool?.name ?? label.toLowerCase()}`} onClick={props.onRemove}>
            <X aria-hidden />
          </IconButton>
        )}
      </div>
      {props.error && (
        <p role="alert" className="mt-1 break-words text-danger text-small">
          {props.error}
        </p>
      )}
      {pool && <PoolScopes scopes={pool.scopes} />}
    </div>
  );
}

/** What a method's scopes may be taken from; they are chosen in its method request. */
const PoolScopes = ({ scopes }: { scopes: string[] }) => (
  <p className="mt-1 flex flex-wrap items-center gap-x-2 text-muted text-small">
    Scopes
    {scopes.map((scope) => (
      <CopyButton key={scope} value={scope} what="scope" showValue />
    ))}
  </p>
);
