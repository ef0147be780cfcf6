'use client';

import { Button } from '@/components/ui/Button';

/** The tab's own failure: header and tabs of the API stay. The digest is the key to the log line. */
export default function ResourcesError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <div role="alert" className="flex flex-col items-start gap-3 p-5">
      <h2 className="font-semibold text-[15px]">The resources could not be shown</h2>
      <p className="max-w-xl text-muted">
        Nothing was changed, and the gateway goes on serving what is deployed.
        {error.digest && (
          <>
            {' '}
            The log has the reason under <code className="font-mono">{error.digest}</code>.
          </>
        )}
      </p>
      <Button onClick={reset}>Try again</Button>
    </div>
  );
}
