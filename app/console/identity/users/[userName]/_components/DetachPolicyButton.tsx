'use client';

import { attachPolicy, detachPolicy } from '@/app/console/identity/actions';
import { Button } from '@/components/ui/Button';
import { undoToast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';

/** No question: it can be taken back. */
export function DetachPolicyButton(props: { userName: string; policyName: string }) {
  const detach = useAction(detachPolicy, { announce: true });
  const back = useAction(attachPolicy, { announce: true });
  const run = async () => {
    if (await detach.run(props)) undoToast(`${props.policyName} detached`, () => void back.run(props));
  };
  return (
    <Button
      size="sm"
      busy={detach.pending}
      aria-label={`Detach ${props.policyName}`}
      onClick={() => void run()}
    >
      Detach
    </Button>
  );
}
