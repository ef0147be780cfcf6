'use client';

import { useState } from 'react';
import { createAccessKey } from '@/app/console/identity/actions';
import { Button } from '@/components/ui/Button';
import { CopyButton } from '@/components/ui/CopyButton';
import { Dialog } from '@/components/ui/Dialog';
import { useAction } from '@/components/ui/useAction';

interface Made {
  accessKeyId: string;
  secretAccessKey: string;
}

/** The secret is shown once, in the dialog that follows. */
export function CreateAccessKeyButton({ userName, disabled }: { userName: string; disabled: boolean }) {
  const [made, setMade] = useState<Made | null>(null);
  const action = useAction(createAccessKey, { announce: true });
  const create = async () => setMade((await action.run({ userName })) ?? null);
  return (
    <>
      <Button
        disabled={disabled}
        title={disabled ? 'Two keys at most: delete one first' : undefined}
        busy={action.pending}
        onClick={() => void create()}
      >
        Create access key
      </Button>
      <Dialog
        open={made !== null}
        onOpenChange={(open) => open || setMade(null)}
        title={`Access key of ${userName}`}
        footer={<Button onClick={() => setMade(null)}>I stored it</Button>}
      >
        {made && <MadeKey {...made} />}
      </Dialog>
    </>
  );
}

function MadeKey({ accessKeyId, secretAccessKey }: Made) {
  return (
    <div className="grid gap-3">
      <p>
        The secret is shown this once: store it where the caller keeps its secrets. A lost secret is not found
        again; its key is replaced.
      </p>
      <dl className="grid gap-3">
        <KeyPart name="Access key id" value={accessKeyId} />
        <KeyPart name="Secret access key" value={secretAccessKey} />
      </dl>
    </div>
  );
}

function KeyPart({ name, value }: { name: string; value: string }) {
  return (
    <div className="grid gap-1">
      <dt className="font-medium">{name}</dt>
      <dd className="flex items-center gap-2 rounded-md border bg-panel px-3 py-2">
        <code className="min-w-0 flex-1 break-all font-mono text-small">{value}</code>
        <CopyButton value={value} what={name.toLowerCase()} />
      </dd>
    </div>
  );
}
