'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { ConfirmDelete } from '@/components/ui/ConfirmDelete';
import { useAction } from '@/components/ui/useAction';
import { deleteStage } from '../actions';

export function DeleteStageButton(props: { apiId: string; stageName: string; url: string }) {
  const { apiId, stageName, url } = props;
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const action = useAction(deleteStage);
  const confirm = async () => {
    const gone = await action.run({ apiId, stageName });
    if (gone) router.push(`/console/websocket-apis/${apiId}/stages`);
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
          Clients of <span className="break-all font-mono text-small">{url}</span> are refused from then on.
          Its variables and limits go with it; deployments stay.
        </p>
      </ConfirmDelete>
    </>
  );
}
