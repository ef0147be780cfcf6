'use client';

import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { FormError } from '@/components/ui/FormError';
import { Section } from '@/components/ui/Section';
import { Switch } from '@/components/ui/Switch';
import type { Stage } from '@/lib/model/stage';
import { everyMethod } from '../throttleDraft';
import { useStageDraft } from '../useStageDraft';
import { CacheFields } from './CacheFields';
import { draftOf, ttlField, updateOf } from './cacheDraft';

const fields = ['cacheClusterEnabled', 'cacheClusterSize', ttlField(everyMethod)];

/** The stage's cache: on or off, how large, and what holds for every method that says nothing of its own. */
export function CacheForm({ stage, editable }: { stage: Stage; editable: boolean }) {
  const { form, onSubmit, draft, set, changed, pending, errorOf, rest } = useStageDraft(stage, {
    stored: draftOf(stage),
    updateOf: (typed) => updateOf(typed, stage),
    fieldsOf: () => fields,
    savedWords: (typed) => (typed.cacheClusterEnabled ? 'Cache saved' : 'Cache switched off'),
  });
  return (
    <Section
      title="Response cache"
      description="Keeps answers of the backends and gives them to later calls with the same cache key, without asking the backend."
    >
      <form ref={form} onSubmit={onSubmit} className="grid max-w-2xl gap-4">
        <FormError>{rest}</FormError>
        <Field label="Cache answers of this stage" inline error={errorOf('cacheClusterEnabled')}>
          <Switch
            checked={draft.cacheClusterEnabled}
            disabled={!editable}
            onCheckedChange={(cacheClusterEnabled) => set({ cacheClusterEnabled })}
          />
        </Field>
        {draft.cacheClusterEnabled && (
          <CacheFields draft={draft} set={set} editable={editable} errorOf={errorOf} />
        )}
        {editable && (
          <Button type="submit" disabled={!changed} busy={pending} className="justify-self-start">
            Save cache
          </Button>
        )}
      </form>
    </Section>
  );
}
