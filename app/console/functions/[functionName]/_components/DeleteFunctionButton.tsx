'use client';

import { Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { ConfirmDelete } from '@/components/ui/ConfirmDelete';
import { leaving } from '@/components/ui/leaving';
import { useAction } from '@/components/ui/useAction';
import type { FunctionSummary } from '@/lib/model/function';
import { deleteFunction } from '../../actions';

/** Says where the function is used: while it is, the operation refuses. */
export function DeleteFunctionButton(props: {
  functionName: string;
  usedBy: FunctionSummary['usedBy'];
  apiNames: Record<string, string>;
}) {
  const { functionName, usedBy, apiNames } = props;
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const action = useAction(deleteFunction);
  const confirm = async () => {
    if (!(await action.run({ functionName }))) return false;
    router.push('/console/functions');
    router.refresh();
    return true;
  };
  return (
    <>
      <Button variant="danger" size="sm" onClick={() => leaving.leave(() => setOpen(true))}>
        <Trash2 aria-hidden />
        Delete function
      </Button>
      <ConfirmDelete
        open={open}
        onOpenChange={setOpen}
        what="function"
        name={functionName}
        error={action.rest}
        onDelete={confirm}
      >
        {usedBy.length === 0 ? (
          <p>Its versions, aliases and logs go with it. No method and no authorizer names it.</p>
        ) : (
          <>
            <p>It is used, so it cannot be deleted yet. Change these first:</p>
            <ul className="max-h-48 list-inside list-disc overflow-y-auto">
              {usedBy.map(({ restApiId, place }) => (
                <li key={`${restApiId} ${place}`} className="break-words">
                  <span className="font-mono text-small">{place}</span>{' '}
                  <span className="text-muted">of {apiNames[restApiId] ?? restApiId}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </ConfirmDelete>
    </>
  );
}
