'use client';

import { Check, Link2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { longestLink } from './sharedState';

const kilobytes = (characters: number) => `${Math.ceil(characters / 1000).toLocaleString('en')} KB`;

/** Copies the address, which holds everything that stands on the page. */
export function ShareLink({ tooLarge }: { tooLarge: number }) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 1500);
    return () => clearTimeout(timer);
  }, [copied]);
  if (tooLarge > 0)
    return (
      <p role="status" className="max-w-[36ch] text-muted text-small">
        Too large for a link: {kilobytes(tooLarge)} of at most {kilobytes(longestLink)}. A shorter body would
        fit.
      </p>
    );
  return (
    <Button
      onClick={() => void navigator.clipboard.writeText(window.location.href).then(() => setCopied(true))}
    >
      {copied ? <Check aria-hidden /> : <Link2 aria-hidden />}
      <span aria-live="polite">{copied ? 'Link copied' : 'Copy link'}</span>
    </Button>
  );
}
