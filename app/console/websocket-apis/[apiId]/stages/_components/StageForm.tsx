'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useRef, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { FormError } from '@/components/ui/FormError';
import { Input } from '@/components/ui/Input';
import { KeyValueEditor } from '@/components/ui/KeyValueEditor';
import { Section } from '@/components/ui/Section';
import { toast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import { useSaveShortcut } from '@/components/ui/useSaveShortcut';
import { useUnsavedGuard } from '@/components/ui/useUnsavedGuard';
import { updateStage } from '../actions';
import { LimitFields } from './LimitFields';
import { RouteLimits } from './RouteLimits';
import { type StageDraft, stageFields, stageUpdateOf } from './stageDraft';

/** Description, throttling and variables of a stage: in force at once, without a deployment. */
export function StageForm(props: {
  apiId: string;
  stageName: string;
  stored: StageDraft;
  routeKeys: string[];
  editable: boolean;
}) {
  const { apiId, stageName, stored, editable } = props;
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState(stored);
  const action = useAction(updateStage, { fields: stageFields(draft) });
  const changed = JSON.stringify(draft) !== JSON.stringify(stored);
  const set = (change: Partial<StageDraft>) => setDraft((now) => ({ ...now, ...change }));
  useUnsavedGuard(changed);
  useSaveShortcut(() => form.current?.requestSubmit(), changed);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await action.run({ apiId, stageName, ...stageUpdateOf(draft) }))) return;
    toast(`Stage ${stageName} saved`);
    router.refresh();
  };
  return (
    <form ref={form} onSubmit={(event) => void submit(event)} className="grid max-w-2xl gap-5">
      <FormError>{action.rest}</FormError>
      <Field label="Description" error={action.errorOf('description')}>
        <Input
          value={draft.description}
          readOnly={!editable}
          onChange={({ target }) => set({ description: target.value })}
        />
      </Field>
      <Section
        title="Throttling"
        description="Of connects and messages. Rate is how many a second, burst how many may come at once."
      >
        <LimitFields
          label="Every route"
          path="defaultRouteSettings"
          value={draft.every}
          onChange={(every) => set({ every })}
          errorOf={action.errorOf}
          readOnly={!editable}
        />
        <RouteLimits
          routes={draft.routes}
          routeKeys={props.routeKeys}
          onChange={(routes) => set({ routes })}
          errorOf={action.errorOf}
          readOnly={!editable}
        />
      </Section>
      <Section
        title="Stage variables"
        description="Used as ${stageVariables.name} in integration URIs and templates, and as stageVariables.name in mappings."
      >
        <KeyValueEditor
          value={draft.stageVariables}
          onChange={(stageVariables) => set({ stageVariables })}
          what="Variable"
          readOnly={!editable}
          errorOf={(key) => action.errorOf(`stageVariables.${key}`)}
        />
      </Section>
      {editable && (
        <Button
          type="submit"
          variant="primary"
          busy={action.pending}
          disabled={!changed}
          className="justify-self-start"
          aria-keyshortcuts="Control+S"
        >
          Save stage
        </Button>
      )}
    </form>
  );
}
