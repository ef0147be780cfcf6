'use client';

import { Button } from '@/components/ui/Button';
import { CopyButton } from '@/components/ui/CopyButton';
import { Dialog } from '@/components/ui/Dialog';

/** A new client's secret, this once. */
export function SecretOnce(props: { clientId: string; clientSecret: string; onStored: () => void }) {
  const lines = [
    { label: 'Client id', value: props.clientId },
    { label: 'Client secret', value: props.clientSecret },
  ];
  return (
    <Dialog
      open
      onOpenChange={props.onStored}
      title="Client secret"
      footer={
        <Button variant="primary" onClick={props.onStored}>
          I stored it
        </Button>
      }
    >
      <div className="grid gap-3">
        <p>The secret is shown once: store it where your program reads its secrets.</p>
        {lines.map(({ label, value }) => (
          <div key={label}>
            <p className="font-medium">{label}</p>
            <div className="flex items-center gap-2 rounded-md border bg-panel px-3 py-2">
              <code className="min-w-0 flex-1 break-all font-mono text-small">{value}</code>
              <CopyButton value={value} what={label} />
            </div>
          </div>
        ))}
      </div>
    </Dialog>
  );
}
