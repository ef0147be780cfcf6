'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useRef, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { FormError } from '@/components/ui/FormError';
import { Section } from '@/components/ui/Section';
import { Switch } from '@/components/ui/Switch';
import { toast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import { useSaveShortcut } from '@/components/ui/useSaveShortcut';
import { useUnsavedGuard } from '@/components/ui/useUnsavedGuard';
import type { Stage } from '@/lib/model/stage';
import { updateStage } from '../../actions';
import { everyMethod } from '../throttleDraft';
import { CacheFields } from './CacheFields';
import { type CacheDraft, draftOf, ttlField, updateOf } from './cacheDraft';

const fields = ['cacheClusterEnabled', 'cacheClusterSize', ttlField(everyMethod)];

/** The stage's cache: on or off, how large, and what holds for every method that says nothing of its own. */
export function CacheForm({ stage, editable }: { stage: Stage; editable: boolean }) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState(() => draftOf(stage));
  const action = useAction(updateStage, { fields });
  const changed = JSON.stringify(draft) !== JSON.stringify(draftOf(stage));
  useUnsavedGuard(changed);
  useSaveShortcut(() => form.current?.requestSubmit(), changed);
  const set = (change: Partial<CacheDraft>) => setDraft({ ...draft, ...change });
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const { restApiId, stageName } = stage;
    if (!(await action.run({ restApiId, stageName, ...updateOf(draft, stage) }))) return;
    toast(draft.cacheClusterEnabled ? 'Cache saved' : 'Cache switched off');
    router.refresh();
  };
  return (
    <Section
      title="Response cache"
      description="Keeps answers of the backends and gives them to later calls with the same cache key, without asking the backend."
    >
      <form ref={form} onSubmit={(event) => void save(event)} className="grid max-w-2xl gap-4">
        <FormError>{action.rest}</FormError>
        <Field label="Cache answers of this stage" inline error={action.errorOf('cacheClusterEnabled')}>
          <Switch
            checked={draft.cacheClusterEnabled}
            disabled={!editable}
            onCheckedChange={(cacheClusterEnabled) => set({ cacheClusterEnabled })}
          />
        </Field>
        {draft.cacheClusterEnabled && (
          <CacheFields draft={draft} set={set} editable={editable} errorOf={action.errorOf} />
        )}
        {editable && (
          <Button type="submit" disabled={!changed} busy={action.pending} className="justify-self-start">
            Save cache
          </Button>
        )}
      </form>
    </Section>
  );
}
