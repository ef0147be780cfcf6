'use client';

import { LoggingFields } from '@/app/console/_components/executionLog/LoggingFields';
import {
  isOff,
  type LoggingDraft,
  loggingDraftOf,
  withLogging,
} from '@/app/console/_components/executionLog/loggingDraft';
import { Button } from '@/components/ui/Button';
import { FormError } from '@/components/ui/FormError';
import { Section } from '@/components/ui/Section';
import type { DeployedMethod } from '@/lib/model/deployment';
import type { Stage, StageUpdate } from '@/lib/model/stage';
import { methodKey } from '../methodKey';
import { everyMethod, type MethodSettings } from '../throttleDraft';
import { useStageDraft } from '../useStageDraft';

/** Which calls are logged step by step, and whether with what they carry. */
export function LoggingForm(props: { stage: Stage; methods: DeployedMethod[]; editable: boolean }) {
  const { stage, editable } = props;
  const { form, onSubmit, draft, set, changed, pending, rest } = useStageDraft(stage, {
    stored: storedDraft(stage.methodSettings),
    updateOf: (typed) => updateOf(typed, stage.methodSettings),
    fieldsOf: () => [],
    savedWords: () => 'Execution log saved',
  });
  return (
    <Section
      title="Execution log"
      description="What the gateway did with each call, step by step. Errors: calls that the gateway itself refused or could not carry out. Info: every call. A change counts for the next call."
    >
      <form ref={form} onSubmit={onSubmit} className="grid max-w-2xl gap-2">
        <FormError>{rest}</FormError>
        <LoggingFields
          draft={draft}
          onChange={set}
          part="method"
          keys={props.methods.map(methodKey)}
          editable={editable}
        />
        {editable && (
          <Button type="submit" disabled={!changed} busy={pending} className="justify-self-start">
            Save execution log
          </Button>
        )}
      </form>
    </Section>
  );
}

function storedDraft({ [everyMethod]: every = {}, ...own }: MethodSettings): LoggingDraft {
  return loggingDraftOf(every, own);
}

function updateOf({ every, own }: LoggingDraft, settings: MethodSettings): StageUpdate {
  const all = isOff(every) ? own : { [everyMethod]: every, ...own };
  return { methodSettings: withLogging(settings, all) };
}
