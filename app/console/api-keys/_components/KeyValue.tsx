'use client';

import type { ReactNode } from 'react';
import { CopyButton } from '@/components/ui/CopyButton';

/** A key's value in the clear, with copy. */
export function KeyValue({ value, children }: { value: string; children: ReactNode }) {
  return (
    <div className="grid gap-3">
      <p>{children}</p>
      <div className="flex items-center gap-2 rounded-md border bg-panel px-3 py-2">
        <code data-testid="key-value" className="min-w-0 flex-1 break-all font-mono text-small">
          {value}
        </code>
        <CopyButton value={value} what="value" />
      </div>
    </div>
  );
}
