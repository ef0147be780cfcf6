'use client';

import { useState } from 'react';
import { KeyOnce } from '@/components/portal/KeyOnce';
import { Badge } from '@/components/ui/Badge';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { RelativeTime } from '@/components/ui/RelativeTime';
import { useAction } from '@/components/ui/useAction';
import type { App, AppKey } from '@/lib/model/portal';
import { createKey } from '../../actions';
import { RevokeKeyButton } from './RevokeKeyButton';
import { RotateKeyButton } from './RotateKeyButton';

/** Keys of an app: value shown once after creation or rotation, prefix and last four ever after. */
export function KeyList({ app }: { app: App }) {
  const [shown, setShown] = useState<AppKey | null>(null);
  const create = useAction(createKey, { announce: true });
  const make = async () => {
    const key = await create.run({ appId: app.id, name: `Key ${app.keys.length + 1}` });
    if (key) setShown(key);
  };
  return (
    <section aria-labelledby="keys" className="space-y-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id="keys" className="font-semibold text-xl">
          Keys
        </h2>
        <Button onClick={make} busy={create.pending}>
          Create key
        </Button>
      </div>
      {app.keys.length === 0 ? (
        <p className="border-y py-6 text-muted">
          No key yet. Create one and send it in the x-api-key header.
        </p>
      ) : (
        <ul className="divide-y border-y">
          {app.keys.map((key) => (
            <KeyRow key={key.id} appId={app.id} apiKey={key} onRotated={setShown} />
          ))}
        </ul>
      )}
      <Dialog open={shown !== null} onOpenChange={(open) => !open && setShown(null)} title="Your new key">
        {shown?.value && <KeyOnce value={shown.value} appId={app.id} onStored={() => setShown(null)} />}
      </Dialog>
    </section>
  );
}

function KeyRow(props: { appId: string; apiKey: AppKey; onRotated: (key: AppKey) => void }) {
  const { apiKey } = props;
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-2 py-3">
      <div className="min-w-40 flex-1">
        <p className="flex flex-wrap items-center gap-2">
          <span className="font-medium">{apiKey.name}</span>
          <KeyState apiKey={apiKey} />
        </p>
        <p className="font-mono text-muted text-small">{apiKey.hint}</p>
      </div>
      <p className="text-muted text-small">
        {apiKey.lastUsedAt ? (
          <>
            last used <RelativeTime time={apiKey.lastUsedAt} />
          </>
        ) : (
          'never used'
        )}
      </p>
      <div className="flex gap-2">
        {!apiKey.expiresAt && apiKey.enabled && (
          <RotateKeyButton appId={props.appId} apiKey={apiKey} onRotated={props.onRotated} />
        )}
        <RevokeKeyButton appId={props.appId} apiKey={apiKey} />
      </div>
    </li>
  );
}

function KeyState({ apiKey }: { apiKey: AppKey }) {
  if (!apiKey.enabled) return <Badge>Disabled</Badge>;
  if (!apiKey.expiresAt) return <Badge tone="success">Active</Badge>;
  return (
    <Badge tone="warning">
      Rotated, works until <RelativeTime time={apiKey.expiresAt} />
    </Badge>
  );
}
