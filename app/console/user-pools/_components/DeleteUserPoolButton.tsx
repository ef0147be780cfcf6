'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { ConfirmDelete } from '@/components/ui/ConfirmDelete';
import { useAction } from '@/components/ui/useAction';
import type { UserPool } from '@/lib/model/userPool';
import { deleteUserPool, userPoolUses } from '../actions';
import type { UserPoolUses } from '../readUserPoolUses';
import { countOf } from './countOf';

/** Names what goes with the pool and what uses it: while an authorizer does, the operation refuses. */
export function DeleteUserPoolButton({ pool }: { pool: UserPool }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [uses, setUses] = useState<UserPoolUses>();
  const reading = useAction(userPoolUses);
  const deleting = useAction(deleteUserPool);
  const userPoolId = pool.id;
  const ask = async () => {
    setOpen(true);
    setUses(await reading.run({ userPoolId }));
  };
  const confirm = async () => {
    if (!(await deleting.run({ userPoolId }))) return false;
    router.push('/console/user-pools');
    router.refresh();
    return true;
  };
  return (
    <>
      <Button variant="danger" className="justify-self-start" onClick={() => void ask()}>
        Delete user pool
      </Button>
      <ConfirmDelete
        open={open}
        onOpenChange={setOpen}
        what="user pool"
        name={pool.name}
        typeName={pool.userCount > 0}
        error={deleting.rest ?? reading.rest}
        onDelete={confirm}
      >
        <p>
          {`With it go ${countOf(pool.userCount, 'user')}`}
          {uses && ` and ${countOf(uses.clientCount, 'app client')}`}, the keys and all tokens.
        </p>
        {uses ? <Uses uses={uses} /> : <p className="text-muted">Looking for what uses it.</p>}
      </ConfirmDelete>
    </>
  );
}

function Uses({ uses }: { uses: UserPoolUses }) {
  if (uses.authorizers.length === 0 && !uses.signsIn) return <p>No authorizer names it.</p>;
  return (
    <>
      {uses.signsIn && <p>Its people sign in to this portal and console: Settings name it.</p>}
      {uses.authorizers.length > 0 && (
        <div>
          <p>These authorizers take its tokens. Change them, then deploy, before you delete it.</p>
          <ul className="mt-2 max-h-48 divide-y overflow-y-auto border-y">
            {uses.authorizers.map(({ restApiId, apiName, authorizerName }) => (
              <li key={`${restApiId} ${authorizerName}`} className="truncate py-1">
                <Link
                  href={`/console/apis/${restApiId}/authorizers`}
                  className="underline underline-offset-2 hover:text-accent-ink"
                >
                  {authorizerName}
                </Link>{' '}
                <span className="text-muted">of {apiName}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
