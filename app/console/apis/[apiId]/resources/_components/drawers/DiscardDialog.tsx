'use client';

import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';

/** Asked before edits are lost. */
export function DiscardDialog(props: {
  open: boolean;
  /** e.g. `method request` */
  what: string;
  onKeep: () => void;
  onDiscard: () => void;
}) {
  return (
    <Dialog
      open={props.open}
      onOpenChange={(open) => open || props.onKeep()}
      title="Discard the changes?"
      footer={
        <>
          <Button onClick={props.onKeep}>Keep editing</Button>
          <Button variant="danger" onClick={props.onDiscard}>
            Discard changes
          </Button>
        </>
      }
    >
      <p>What you changed in the {props.what} is not saved.</p>
    </Dialog>
  );
}
