'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useRef, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { FormError } from '@/components/ui/FormError';
import { toast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import { useSaveShortcut } from '@/components/ui/useSaveShortcut';
import { useUnsavedGuard } from '@/components/ui/useUnsavedGuard';
import type { UserPool } from '@/lib/model/userPool';
import { saveUserPool } from '../actions';
import { PeopleFields, TokenFields } from './UserPoolFields';
import { draftOf, fields, inputOf, type UserPoolDraft } from './userPoolDraft';

/** What every part of the form gets. */
export interface PoolPartProps {
  draft: UserPoolDraft;
  set: (change: Partial<UserPoolDraft>) => void;
  errorOf: (field: string) => string | undefined;
}

/** A new pool, or `pool` with its changes, in force with the next sign-in. */
export function UserPoolForm(props: { pool?: UserPool; editable: boolean }) {
  const { pool, editable } = props;
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [base, setBase] = useState(() => draftOf(pool));
  const [draft, setDraft] = useState(base);
  const action = useAction(saveUserPool, { fields });
  const dirty = JSON.stringify(draft) !== JSON.stringify(base);
  useUnsavedGuard(dirty && !action.pending);
  useSaveShortcut(() => form.current?.requestSubmit(), editable);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const saved = await action.run({ ...(pool && { userPoolId: pool.id }), input: inputOf(draft) });
    if (!saved) return;
    const next = draftOf(saved);
    setBase(next);
    setDraft(next);
    toast(pool ? 'User pool saved' : `${saved.name} created`);
    if (!pool) router.push(`/console/user-pools/${saved.id}`);
  }

  const part: PoolPartProps = {
    draft,
    set: (change) => setDraft((now) => ({ ...now, ...change })),
    errorOf: action.errorOf,
  };
  return (
    <form ref={form} onSubmit={submit}>
      <fieldset disabled={!editable} className="grid min-w-0 gap-6">
        <FormError>{action.rest}</FormError>
        <PeopleFields {...part} />
        <TokenFields {...part} />
        {editable && (
          <Button
            type="submit"
            variant="primary"
            busy={action.pending}
            disabled={Boolean(pool) && !dirty}
            className="justify-self-start"
          >
            {pool ? 'Save user pool' : 'Create user pool'}
          </Button>
        )}
      </fieldset>
    </form>
  );
}
