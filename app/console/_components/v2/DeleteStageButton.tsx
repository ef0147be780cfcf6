'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { ConfirmDelete } from '@/components/ui/ConfirmDelete';
import { useAction } from '@/components/ui/useAction';
import { deleteStage } from './actions';

interface DeleteStageButtonProps {
  apiId: string;
  stageName: string;
  /** where the API's stages are listed */
  listPath: string;
  /** what goes with it */
  children: ReactNode;
}

/** Of an HTTP or WebSocket API; the name is to be typed. */
export function DeleteStageButton({ apiId, stageName, listPath, children }: DeleteStageButtonProps) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const action = useAction(deleteStage);
  const confirm = async () => {
    const gone = await action.run({ apiId, stageName });
    if (gone) router.push(listPath);
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
        {children}
      </ConfirmDelete>
    </>
  );
}
