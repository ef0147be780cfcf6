'use client';

import { Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { ConfirmDelete } from '@/components/ui/ConfirmDelete';
import { leaving } from '@/components/ui/leaving';
import { useAction } from '@/components/ui/useAction';
import type { Authorizer } from '@/lib/model/authorizer';
import { deleteAuthorizer } from '../actions';
import { authorizersHref } from './authorizerHref';
import { type AuthorizerUse, textOfUse } from './authorizerUses';

/** Says which methods name the authorizer: while there is one, the operation refuses. */
export function DeleteAuthorizerButton(props: {
  restApiId: string;
  authorizer: Authorizer;
  uses: AuthorizerUse[];
}) {
  const { restApiId, authorizer, uses } = props;
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const action = useAction(deleteAuthorizer);
  const confirm = async () => {
    if (!(await action.run({ restApiId, authorizerId: authorizer.id }))) return false;
    router.push(authorizersHref(restApiId));
    router.refresh();
    return true;
  };
  return (
    <>
      <Button
        variant="danger"
        size="sm"
        className="ml-auto"
        onClick={() => leaving.leave(() => setOpen(true))}
      >
        <Trash2 aria-hidden />
        Delete authorizer
      </Button>
      <ConfirmDelete
        open={open}
        onOpenChange={(next) => {
          setOpen(next);
          action.reset();
        }}
        what="authorizer"
        name={authorizer.name}
        error={action.rest}
        onDelete={confirm}
      >
        <p>{usesText(uses)} Stages go on with the deployments that they serve.</p>
      </ConfirmDelete>
    </>
  );
}

function usesText(uses: readonly AuthorizerUse[]): string {
  if (uses.length === 0) return 'No method names it.';
  const first = uses.slice(0, 5).map(textOfUse).join(', ');
  const others = uses.length > 5 ? ` and ${uses.length - 5} more` : '';
  return `Named by ${first}${others}: give them another authorization first.`;
}
