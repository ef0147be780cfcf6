'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useRef, useState } from 'react';
import { toast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import { useSaveShortcut } from '@/components/ui/useSaveShortcut';
import { useUnsavedGuard } from '@/components/ui/useUnsavedGuard';
import type { Stage, StageUpdate } from '@/lib/model/stage';
import { updateStage } from '../actions';

/**
 * A form over a part of a stage: what is typed beside what is stored, saved by its button or Ctrl-S, and not left
 * without a question while it differs. `onSubmit` and `form` belong to the form element.
 */
export function useStageDraft<Draft extends object>(
  { restApiId, stageName }: Stage,
  options: {
    stored: Draft;
    updateOf: (draft: Draft) => StageUpdate;
    /** paths at which the form shows what was refused */
    fieldsOf: (draft: Draft) => readonly string[];
    savedWords: (draft: Draft) => string;
  },
) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState(options.stored);
  const { run, pending, errorOf, rest } = useAction(updateStage, { fields: options.fieldsOf(draft) });
  const changed = JSON.stringify(draft) !== JSON.stringify(options.stored);
  useUnsavedGuard(changed);
  useSaveShortcut(() => form.current?.requestSubmit(), changed);
  const save = async () => {
    if (!(await run({ restApiId, stageName, ...options.updateOf(draft) }))) return;
    toast(options.savedWords(draft));
    router.refresh();
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void save();
  };
  const set = (change: Partial<Draft>) => setDraft((now) => ({ ...now, ...change }));
  return { form, onSubmit, draft, set, changed, pending, errorOf, rest };
}
