'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { ConfirmDelete } from '@/components/ui/ConfirmDelete';
import { useAction } from '@/components/ui/useAction';
import { deleteStage } from '../actions';
import type { StageProps } from './StageDetail';

export function DeleteStageButton({ apiId, stage, url }: StageProps) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const action = useAction(deleteStage);
  const { stageName } = stage;
  const confirm = async () => {
    const gone = await action.run({ apiId, stageName });
    if (gone) router.push(`/console/http-apis/${apiId}/stages`);
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
          Calls to <span className="break-all font-mono text-small">{url}</span> are not answered by it from
          then on. Its variables and limits go with it; deployments stay.
        </p>
      </ConfirmDelete>
    </>
  );
}
