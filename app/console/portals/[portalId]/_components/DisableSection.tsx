'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { ConfirmDelete } from '@/components/ui/ConfirmDelete';
import { Section } from '@/components/ui/Section';
import { toast, undoToast } from '@/components/ui/Toaster';
import { faultText, useAction } from '@/components/ui/useAction';
import type { Portal } from '@/lib/model/portalSite';
import { disablePortal, publishPortal } from '../../actions';

/**
 * Takes the portal from the web. Publishing brings the same copy back while nothing was changed, so that there is an
 * undo; else the copy that readers had is lost, and that is asked first.
 */
export function DisableSection({ portal }: { portal: Portal }) {
  const { portalId, portalContent, publishStatus, isChanged, lastPublishedDescription } = portal;
  const router = useRouter();
  const [asked, setAsked] = useState(false);
  const action = useAction(disablePortal);
  const restore = useAction(publishPortal, { announce: true });
  if (publishStatus === 'DISABLED') return null;
  const undo = async () => {
    const description = lastPublishedDescription;
    if (await restore.run({ portalId, ...(description && { description }) })) router.refresh();
  };
  const disable = async () => {
    if (!(await action.run({ portalId }))) return false;
    const said = `${portalContent.displayName} is disabled`;
    if (isChanged) toast(said);
    else undoToast(said, () => void undo());
    router.refresh();
    return true;
  };
  return (
    <Section
      title="Disable"
      description="Takes the portal from the web: its readers get the answer that there is nothing. It can be published again at the same address."
    >
      <Button
        busy={action.pending}
        className="justify-self-start"
        onClick={() => (isChanged ? setAsked(true) : void disable())}
      >
        Disable portal
      </Button>
      {action.error && !asked && (
        <p role="alert" className="text-danger">
          {faultText(action.error)}
        </p>
      )}
      <ConfirmDelete
        open={asked}
        onOpenChange={setAsked}
        what="portal"
        verb="Disable"
        name={portalContent.displayName}
        {...(action.error && { error: faultText(action.error) })}
        onDelete={disable}
      >
        <p>
          What readers see now is older than the portal. That version is gone then: publishing again shows the
          changes.
        </p>
      </ConfirmDelete>
    </Section>
  );
}
