'use client';

import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { FormError } from '@/components/ui/FormError';
import { toast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import type { Subscription } from '@/lib/model/portal';
import { decideSubscription } from '../actions';

/** A decision is made once, so it asks. */
export function RejectDialog(props: { subscription: Subscription; onClose: () => void }) {
  const { id, appName, usagePlanName, developerEmail } = props.subscription;
  const action = useAction(decideSubscription);
  const reject = async () => {
    if (!(await action.run({ subscriptionId: id, decision: 'REJECTED' }))) return;
    toast(`${usagePlanName} for ${appName} is rejected`);
    props.onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={props.onClose}
      title={`Reject ${usagePlanName} for ${appName}`}
      footer={
        <>
          <Button onClick={props.onClose}>Let it wait</Button>
          <Button variant="danger" busy={action.pending} onClick={() => void reject()}>
            Reject
          </Button>
        </>
      }
    >
      <div className="grid gap-3">
        <p>
          {developerEmail ?? 'The developer'} sees it as rejected in the portal and can ask again. This answer
          cannot be changed.
        </p>
        <FormError>{action.rest}</FormError>
      </div>
    </Dialog>
  );
}
