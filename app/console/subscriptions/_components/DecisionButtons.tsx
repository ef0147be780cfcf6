'use client';

import { Button } from '@/components/ui/Button';
import type { Subscription } from '@/lib/model/portal';

/** Only for what waits. */
export function DecisionButtons(props: {
  subscription: Subscription;
  busy: boolean;
  onApprove: () => void;
  onReject: () => void;
}) {
  const { appName, usagePlanName, state } = props.subscription;
  if (state !== 'PENDING') return null;
  const what = `${usagePlanName} for ${appName}`;
  return (
    <span className="inline-flex gap-1.5">
      <Button size="sm" disabled={props.busy} onClick={props.onApprove} aria-label={`Approve ${what}`}>
        Approve
      </Button>
      <Button
        size="sm"
        variant="ghost"
        disabled={props.busy}
        onClick={props.onReject}
        aria-label={`Reject ${what}`}
      >
        Reject
      </Button>
    </span>
  );
}
