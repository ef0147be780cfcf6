'use client';

import { CopyButton } from '@/components/ui/CopyButton';

/** The public half, to hand to the backends. */
export function CertificatePem({ pem }: { pem: string }) {
  return (
    <div className="relative min-w-0">
      <pre
        tabIndex={0}
        className="max-h-56 overflow-auto rounded-md border bg-panel p-3 pr-10 font-mono text-small"
      >
        {pem}
      </pre>
      <CopyButton value={pem} what="PEM" className="absolute top-2 right-2 bg-panel" />
    </div>
  );
}
