'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { undoToast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import type { CanarySettings, Stage, StageUpdate } from '@/lib/model/stage';
import { updateStage } from '../../actions';
import { PromoteDialog } from './PromoteDialog';

/** To make the canary the stage, or to take it away; both can be undone. */
export function CanaryActions({ stage, canary }: { stage: Stage; canary: CanarySettings }) {
  const { restApiId, stageName } = stage;
  const router = useRouter();
  const [promoting, setPromoting] = useState(false);
  const action = useAction(updateStage, { announce: true });
  const write = async (update: StageUpdate, done?: () => void) => {
    if (!(await action.run({ restApiId, stageName, ...update }))) return;
    done?.();
    router.refresh();
  };
  const remove = () =>
    write({ canarySettings: null }, () =>
      undoToast(`Canary of ${stageName} deleted`, () => void write({ canarySettings: canary })),
    );
  const takeBack = () => {
    const { deploymentId, variables } = stage;
    void write({ deploymentId, variables, canarySettings: canary });
  };
  return (
    <>
      <Button size="sm" variant="danger" busy={action.pending} onClick={() => void remove()}>
        Delete canary
      </Button>
      <Button size="sm" variant="primary" onClick={() => setPromoting(true)}>
        Promote canary
      </Button>
      {promoting && (
        <PromoteDialog
          stage={stage}
          canary={canary}
          onClose={() => setPromoting(false)}
          onPromoted={() =>
            undoToast(`${stageName} serves ${canary.deploymentId}, its canary gets no calls`, takeBack)
          }
        />
      )}
    </>
  );
}
