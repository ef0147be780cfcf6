'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { jsonProblem } from '@/components/ui/jsonProblem';
import { toast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import { useUnsavedGuard } from '@/components/ui/useUnsavedGuard';
import { savePolicy } from '../actions';
import { identityHref } from './identityHref';

export interface StoredPolicy {
  policyName: string;
  document: string;
  description?: string;
}
type Draft = Required<StoredPolicy>;

const fields = ['policyName', 'description', 'document'] as const;
/** Says nothing yet of what is allowed; a template takes its place. */
const nothing: Draft = { policyName: '', document: '', description: '' };

/** The draft of a policy, what is wrong with it, and its way to the control plane. */
export function usePolicyForm(options: {
  userName?: string;
  policy?: StoredPolicy;
  taken?: readonly string[];
}) {
  const { userName, policy, taken = [] } = options;
  const router = useRouter();
  const [saved, setSaved] = useState<Draft>({ ...nothing, ...policy });
  const [draft, setDraft] = useState(saved);
  const action = useAction(savePolicy, { fields });
  const dirty = JSON.stringify(draft) !== JSON.stringify(saved);
  useUnsavedGuard(dirty && !action.pending);
  const isTaken = !policy && taken.includes(draft.policyName.trim());
  const save = async () => {
    const isJson = draft.document.trim() === '' || jsonProblem(draft.document) === undefined;
    if (action.pending || !dirty || isTaken || !isJson) return;
    const policyName = draft.policyName.trim();
    const change = { ...draft, policyName, ...(userName !== undefined && { userName }) };
    if (!(await action.run(change))) return;
    setSaved(draft);
    toast(policy ? `Policy ${policyName} saved` : `Policy ${policyName} created`);
    if (!policy)
      router.push(userName === undefined ? identityHref.policy(policyName) : identityHref.user(userName));
  };
  const errorOf = (field: string) =>
    field === 'policyName' && isTaken
      ? 'There is a policy of this name: change that one'
      : action.errorOf(field);
  return {
    draft,
    set: (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part })),
    save,
    dirty,
    pending: action.pending,
    rest: action.rest,
    errorOf,
    documentError: action.error?.fields.find(({ field }) => field === 'document'),
  };
}
