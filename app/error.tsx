'use client';

import { Button } from '@/components/ui/Button';

/** What a page shows when it failed. The digest is the key to the log line of the control process. */
export default function PageError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <main className="flex min-h-[60dvh] flex-col items-start justify-center gap-3 px-6 sm:items-center">
      <h1 className="font-semibold text-xl">This page failed</h1>
      <p className="text-muted">
        The APIs behind the gateway are served by other processes and go on.
        {error.digest && (
          <>
            {' '}
            The log has the reason under <code className="font-mono">{error.digest}</code>.
          </>
        )}
      </p>
      <Button onClick={reset}>Try again</Button>
    </main>
  );
}
