'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { FormError } from '@/components/ui/FormError';
import { RelativeTime } from '@/components/ui/RelativeTime';
import { useAction } from '@/components/ui/useAction';
import type { AppKey } from '@/lib/model/portal';
import { revokeKey } from '../../actions';

/** Ends a key for good: programs that still send it get 403 within a second, so it names when it was last used. */
export function RevokeKeyButton({ appId, apiKey }: { appId: string; apiKey: AppKey }) {
  const [open, setOpen] = useState(false);
  const action = useAction(revokeKey);
  const revoke = async () => {
    if (await action.run({ appId, apiKeyId: apiKey.id })) setOpen(false);
  };
  return (
    <>
      <Button size="sm" variant="danger" onClick={() => setOpen(true)}>
        Revoke
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={`Revoke ${apiKey.name}`}
        footer={
          <Button variant="danger" onClick={revoke} busy={action.pending}>
            Revoke key
          </Button>
        }
      >
        <FormError>{action.rest}</FormError>
        <p>
          Programs that send <span className="font-mono">{apiKey.hint}</span> get 403 from now on. This cannot
          be undone.
        </p>
        <p className="text-muted">
          {apiKey.lastUsedAt ? (
            <>
              It was last used <RelativeTime time={apiKey.lastUsedAt} />.
            </>
          ) : (
            'It was never used.'
          )}
        </p>
      </Dialog>
    </>
  );
}
