'use client';

import { ExternalLink } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { CopyButton } from '@/components/ui/CopyButton';
import { FormError } from '@/components/ui/FormError';
import { Progress } from '@/components/ui/Progress';
import { RelativeTime } from '@/components/ui/RelativeTime';
import { Section } from '@/components/ui/Section';
import { faultText, useAction } from '@/components/ui/useAction';
import type { Portal } from '@/lib/model/portalSite';
import { previewPortal } from '../../actions';

/** The portal as it would be published, at an address that only who is told it knows. */
export function PreviewSection({ portal, editable }: { portal: Portal; editable: boolean }) {
  const { portalId, preview } = portal;
  const router = useRouter();
  const action = useAction(previewPortal);
  const make = async () => {
    if (await action.run({ portalId })) router.refresh();
  };
  return (
    <Section
      title="Preview"
      description="Whoever has its address sees the portal as it is now, for an hour and without signing in. Trying calls is off there."
      actions={
        editable && (
          <Button busy={action.pending} onClick={() => void make()}>
            {preview ? 'Generate a new preview' : 'Generate preview'}
          </Button>
        )
      }
    >
      <FormError>{action.error && faultText(action.error)}</FormError>
      {action.pending && <Progress label="Making the preview" />}
      {preview && <PreviewLine key={preview.previewUrl} {...preview} />}
    </Section>
  );
}

function PreviewLine({ previewUrl, expiresAt }: { previewUrl: string; expiresAt: number }) {
  const expired = useIsPast(expiresAt);
  if (expired) return <p className="text-muted">The last preview has expired.</p>;
  return (
    <div className="grid gap-2">
      <div className="flex min-w-0 flex-wrap items-center gap-2">
        <Button asChild size="sm">
          <a href={previewUrl} target="_blank" rel="noreferrer">
            <ExternalLink aria-hidden />
            Open preview
          </a>
        </Button>
        <CopyButton value={previewUrl} what="preview address" showValue />
      </div>
      <p className="text-muted text-small">
        Expires <RelativeTime time={expiresAt} />.
      </p>
    </div>
  );
}

/** False on the server, whose clock is not the browser's. */
function useIsPast(time: number): boolean {
  const [past, setPast] = useState(false);
  useEffect(() => {
    const wait = Math.max(0, time - Date.now());
    const timer = setTimeout(() => setPast(true), wait);
    return () => clearTimeout(timer);
  }, [time]);
  return past;
}
