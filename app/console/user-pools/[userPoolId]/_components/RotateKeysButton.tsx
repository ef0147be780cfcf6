'use client';

import { Button } from '@/components/ui/Button';
import { toast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import { rotateUserPoolKeys } from '../../actions';

/** Harms nothing, so it does not ask. */
export function RotateKeysButton({ userPoolId }: { userPoolId: string }) {
  const action = useAction(rotateUserPoolKeys, { announce: true });
  const rotate = async () => {
    if (await action.run({ userPoolId })) toast('A new key signs from now on');
  };
  return (
    <Button busy={action.pending} onClick={() => void rotate()}>
      Rotate keys
    </Button>
  );
}
