'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useRef, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { FormError } from '@/components/ui/FormError';
import { Section } from '@/components/ui/Section';
import { toast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import { useSaveShortcut } from '@/components/ui/useSaveShortcut';
import { useUnsavedGuard } from '@/components/ui/useUnsavedGuard';
import type { UsagePlan } from '@/lib/model/usagePlan';
import { saveUsagePlan } from '../actions';
import { LimitFields } from './LimitFields';
import { NameFields } from './NameFields';
import { PortalFields } from './PortalFields';
import { draftOf, fieldsOf, inputOf, isRepeated, type PlanDraft } from './planDraft';
import { StageRows } from './StageRows';
import type { StageChoice } from './stageChoices';

/** What every part of the form gets. */
export interface PlanPartProps {
  draft: PlanDraft;
  set: (change: Partial<PlanDraft>) => void;
  errorOf: (field: string) => string | undefined;
}

/** A new plan, or `plan` with its changes. All of it is live as soon as it is saved. */
export function UsagePlanForm(props: { plan?: UsagePlan; choices: StageChoice[]; editable: boolean }) {
  const { plan, editable } = props;
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [base, setBase] = useState(() => draftOf(plan));
  const [draft, setDraft] = useState(base);
  const action = useAction(saveUsagePlan, { fields: fieldsOf(draft) });
  const dirty = JSON.stringify(draft) !== JSON.stringify(base);
  useUnsavedGuard(dirty && !action.pending);
  useSaveShortcut(() => form.current?.requestSubmit(), editable);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (draft.stages.some((stage) => stage.methods.some((method) => isRepeated(stage, method)))) return;
    const saved = await action.run({ usagePlanId: plan?.id, input: inputOf(draft) });
    if (!saved) return;
    const next = draftOf(saved);
    setBase(next);
    setDraft(next);
    toast(plan ? 'Usage plan saved' : `${saved.name} created`);
    if (!plan) router.push(`/console/usage-plans/${saved.id}`);
  }

  const part = {
    draft,
    set: (change: Partial<PlanDraft>) => setDraft((now) => ({ ...now, ...change })),
    errorOf: action.errorOf,
  };
  return (
    <form ref={form} onSubmit={submit}>
      <fieldset disabled={!editable} className="grid min-w-0 gap-6">
        <FormError>{action.rest}</FormError>
        <NameFields {...part} />
        <Section
          title="Stages"
          description="What the plan's keys open. A limit on a method counts for each key."
        >
          <StageRows {...part} choices={props.choices} editable={editable} />
        </Section>
        <LimitFields {...part} />
        <PortalFields {...part} />
        {editable && (
          <Button
            type="submit"
            variant="primary"
            busy={action.pending}
            disabled={Boolean(plan) && !dirty}
            className="justify-self-start"
          >
            {plan ? 'Save plan' : 'Create usage plan'}
          </Button>
        )}
      </fieldset>
    </form>
  );
}
