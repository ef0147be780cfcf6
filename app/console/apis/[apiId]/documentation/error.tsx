'use client';

import { Button } from '@/components/ui/Button';

/** The tab's own failure: header and tabs of the API stay. The digest is the key to the log line. */
export default function DocumentationError(props: { error: Error & { digest?: string }; reset: () => void }) {
  const { digest } = props.error;
  return (
    <div role="alert" className="flex flex-col items-start gap-3 p-5">
      <h2 className="font-semibold text-[15px]">The documentation could not be shown</h2>
      <p className="max-w-xl text-muted">
        Nothing was changed, and the portal goes on showing what is published.
        {digest && (
          <>
            {' '}
            The log has the reason under <code className="font-mono">{digest}</code>.
          </>
        )}
      </p>
      <Button onClick={props.reset}>Try again</Button>
    </div>
  );
}
