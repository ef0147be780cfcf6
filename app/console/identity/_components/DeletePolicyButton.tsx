'use client';

import { Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { ConfirmDelete } from '@/components/ui/ConfirmDelete';
import { IconButton } from '@/components/ui/IconButton';
import { useAction } from '@/components/ui/useAction';
import { deletePolicy } from '../actions';
import { identityHref } from './identityHref';

/** Of an inline policy (`userName`) or a managed one, which the operation refuses while a user has it. */
export function DeletePolicyButton(props: {
  policyName: string;
  userName?: string;
  attachedTo?: readonly string[];
  /** an icon in a list */
  compact?: boolean;
}) {
  const { policyName, userName, attachedTo = [] } = props;
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const action = useAction(deletePolicy);
  const confirm = async () => {
    if (!(await action.run({ policyName, ...(userName !== undefined && { userName }) }))) return false;
    router.push(userName === undefined ? identityHref.policies : identityHref.user(userName));
    router.refresh();
    return true;
  };
  return (
    <>
      {props.compact ? (
        <IconButton label={`Delete ${policyName}`} onClick={() => setOpen(true)}>
          <Trash2 aria-hidden />
        </IconButton>
      ) : (
        <Button variant="danger" onClick={() => setOpen(true)}>
          Delete policy
        </Button>
      )}
      <ConfirmDelete
        open={open}
        onOpenChange={setOpen}
        what={userName === undefined ? 'policy' : 'inline policy'}
        name={policyName}
        error={action.rest}
        onDelete={confirm}
      >
        <p>{consequence(userName, attachedTo)}</p>
      </ConfirmDelete>
    </>
  );
}

function consequence(userName: string | undefined, attachedTo: readonly string[]): string {
  if (userName !== undefined) return `What it allows or denies ${userName} ends with the next call.`;
  if (attachedTo.length === 0) return 'No user has it.';
  return `Detach it first: ${attachedTo.join(', ')} ${attachedTo.length === 1 ? 'has' : 'have'} it.`;
}
