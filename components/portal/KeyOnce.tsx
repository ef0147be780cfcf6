'use client';

import Link from 'next/link';
import { Button } from '@/components/ui/Button';
import { CopyButton } from '@/components/ui/CopyButton';

/** A new key's value: shown this once. `onStored` closes; without it the button leads to the app. */
export function KeyOnce({ value, appId, onStored }: { value: string; appId: string; onStored?: () => void }) {
  return (
    <div className="space-y-4">
      <p>This is the key. It is shown once: store it where your program reads its secrets.</p>
      <div className="flex items-center gap-2 rounded-md border bg-panel px-3 py-2">
        <code data-testid="key-value" className="min-w-0 flex-1 break-all font-mono text-small">
          {value}
        </code>
        <CopyButton value={value} what="key" />
      </div>
      {onStored ? (
        <Button variant="primary" onClick={onStored}>
          I stored it
        </Button>
      ) : (
        <Button asChild variant="primary">
          <Link href={`/apps/${appId}`}>I stored it</Link>
        </Button>
      )}
    </div>
  );
}
