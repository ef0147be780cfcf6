'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { ConfirmDelete } from '@/components/ui/ConfirmDelete';
import { useAction } from '@/components/ui/useAction';
import type { Stage } from '@/lib/model/stage';
import { deleteStage } from '../actions';

export function DeleteStageButton({ stage }: { stage: Stage }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const action = useAction(deleteStage);
  const { restApiId, stageName } = stage;
  const confirm = async () => {
    const gone = await action.run({ restApiId, stageName });
    if (gone) router.push(`/console/apis/${restApiId}/stages`);
    return Boolean(gone);
  };
  return (
    <>
      <Button variant="danger" size="sm" onClick={() => setOpen(true)}>
        Delete stage
      </Button>
      <ConfirmDelete
        open={open}
        onOpenChange={setOpen}
        what="stage"
        name={stageName}
        typeName
        error={action.rest}
        onDelete={confirm}
      >
        <p>
          Calls to <span className="break-all font-mono text-small">{stage.invokeUrl}</span> get 403 from then
          on. Its variables, limits, plan memberships and portal page go with it; deployments stay.
        </p>
      </ConfirmDelete>
    </>
  );
}
