'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { ConfirmDelete } from '@/components/ui/ConfirmDelete';
import { Section } from '@/components/ui/Section';
import { toast } from '@/components/ui/Toaster';
import { faultText, useAction } from '@/components/ui/useAction';
import type { Portal } from '@/lib/model/portalSite';
import { deletePortal } from '../../actions';

/** Only of a portal that is disabled, as AWS demands; asked, because its addresses are never given again. */
export function DeletePortalSection({ portal }: { portal: Portal }) {
  const { portalId, portalContent, publishStatus, url } = portal;
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const action = useAction(deletePortal);
  const isPublished = publishStatus === 'PUBLISHED';
  const confirm = async () => {
    if (!(await action.run({ portalId }))) return false;
    toast(`${portalContent.displayName} deleted`);
    router.push('/console/portals');
    router.refresh();
    return true;
  };
  return (
    <Section
      title="Delete"
      description={
        isPublished
          ? 'A published portal cannot be deleted: disable it first.'
          : 'Its products stay, with all their pages. Its addresses are never given again.'
      }
    >
      <Button
        variant="danger"
        disabled={isPublished}
        className="justify-self-start"
        onClick={() => setOpen(true)}
      >
        Delete portal
      </Button>
      <ConfirmDelete
        open={open}
        onOpenChange={setOpen}
        what="portal"
        name={portalContent.displayName}
        {...(action.error && { error: faultText(action.error) })}
        onDelete={confirm}
      >
        <p className="wrap-anywhere">
          A portal made again gets another address than {url}. Products and their pages stay.
        </p>
      </ConfirmDelete>
    </Section>
  );
}
