'use client';

import { Button } from './Button';
import { Dialog } from './Dialog';

/** Asked before edits are lost; `what` completes "What you changed in …". */
export function DiscardDialog(props: {
  open: boolean;
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
      <p>What you changed in {props.what} is not saved.</p>
    </Dialog>
  );
}
