'use client';

import { ImageUp } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { FormError } from '@/components/ui/FormError';
import { Progress } from '@/components/ui/Progress';
import { RelativeTime } from '@/components/ui/RelativeTime';
import { Section } from '@/components/ui/Section';
import { toast } from '@/components/ui/Toaster';
import { faultText, useAction } from '@/components/ui/useAction';
import type { Portal } from '@/lib/model/portalSite';
import { putPortalLogo } from '../../actions';

const accepted = 'image/png,image/jpeg,image/gif,image/webp,image/svg+xml';

/** Uploaded at once, not with the form; readers see it when the portal is published. */
export function LogoSection({ portal, editable }: { portal: Portal; editable: boolean }) {
  const { portalId, logoLastUploaded } = portal;
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const [shown, setShown] = useState<string>();
  const action = useAction(putPortalLogo);
  useEffect(() => () => (shown ? URL.revokeObjectURL(shown) : undefined), [shown]);
  const upload = async (file: File) => {
    const body = new Uint8Array(await file.arrayBuffer());
    if (!(await action.run({ portalId, logo: { contentType: file.type, body } }))) return;
    setShown(URL.createObjectURL(file));
    toast('Logo uploaded');
    router.refresh();
  };
  const remove = async () => {
    if (!(await action.run({ portalId, logo: null }))) return;
    setShown(undefined);
    toast('Logo removed');
    router.refresh();
  };
  return (
    <Section
      title="Logo"
      description="Stands in the portal’s header in place of its name’s first letter. PNG, JPEG, GIF, WebP or SVG of at most 1 MB."
    >
      <FormError>{action.error && faultText(action.error)}</FormError>
      <div className="flex flex-wrap items-center gap-3">
        {shown && (
          // biome-ignore lint/performance/noImgElement: an object URL of this page needs no optimizing
          <img
            src={shown}
            alt="The new logo"
            className="h-10 max-w-40 rounded-md border object-contain p-1"
          />
        )}
        <p className="text-muted">
          {logoLastUploaded === undefined ? (
            'No logo yet.'
          ) : (
            <>
              Uploaded <RelativeTime time={logoLastUploaded} />.
            </>
          )}
        </p>
        {editable && (
          <>
            <input
              ref={input}
              type="file"
              accept={accepted}
              aria-label="Logo file"
              className="sr-only"
              tabIndex={-1}
              onChange={(event) => {
                const [file] = event.target.files ?? [];
                event.target.value = '';
                if (file) void upload(file);
              }}
            />
            <Button busy={action.pending} onClick={() => input.current?.click()}>
              <ImageUp aria-hidden />
              {logoLastUploaded === undefined ? 'Upload logo' : 'Replace logo'}
            </Button>
            {logoLastUploaded !== undefined && (
              <Button variant="danger" disabled={action.pending} onClick={() => void remove()}>
                Remove logo
              </Button>
            )}
          </>
        )}
      </div>
      {action.pending && <Progress label="Sending the logo" />}
    </Section>
  );
}
