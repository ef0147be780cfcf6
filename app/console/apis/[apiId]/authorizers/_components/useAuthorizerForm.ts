'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { toast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import { useUnsavedGuard } from '@/components/ui/useUnsavedGuard';
import type { Authorizer } from '@/lib/model/authorizer';
import { saveAuthorizer } from '../actions';
import { type AuthorizerDraft, authorizerDraft, authorizerInputOf, fieldsOf } from './authorizerDraft';
import { authorizerHref } from './authorizerHref';

/** The draft of an authorizer, what was refused of it, and its way to the control plane. */
export function useAuthorizerForm(restApiId: string, authorizer?: Authorizer) {
  const router = useRouter();
  const [base, setBase] = useState(() => authorizerDraft(authorizer));
  const [draft, setDraft] = useState(base);
  const action = useAction(saveAuthorizer, { fields: fieldsOf(draft) });
  const dirty = JSON.stringify(draft) !== JSON.stringify(base);
  useUnsavedGuard(dirty && !action.pending);
  const save = async () => {
    if (action.pending || (authorizer && !dirty)) return;
    const input = authorizerInputOf(draft);
    const saved = await action.run({ restApiId, ...(authorizer && { authorizerId: authorizer.id }), input });
    if (!saved) return;
    const next = authorizerDraft(saved);
    setBase(next);
    setDraft(next);
    toast(authorizer ? `Authorizer ${saved.name} saved` : `Authorizer ${saved.name} created`);
    if (!authorizer) router.push(authorizerHref(restApiId, saved.id));
  };
  return {
    draft,
    set: (part: Partial<AuthorizerDraft>) => setDraft((now) => ({ ...now, ...part })),
    save,
    dirty,
    pending: action.pending,
    rest: action.rest,
    errorOf: action.errorOf,
  };
}
