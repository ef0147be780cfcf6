'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useRef, useState } from 'react';
import { LoggingFields } from '@/app/console/_components/executionLog/LoggingFields';
import type { LoggingDraft } from '@/app/console/_components/executionLog/loggingDraft';
import { Button } from '@/components/ui/Button';
import { FormError } from '@/components/ui/FormError';
import { Section } from '@/components/ui/Section';
import { toast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import { useSaveShortcut } from '@/components/ui/useSaveShortcut';
import { useUnsavedGuard } from '@/components/ui/useUnsavedGuard';
import { saveExecutionLog } from '../actions';

/** Which connects, messages and disconnects are logged step by step, and whether with what they carry. */
export function ExecutionLogForm(props: {
  apiId: string;
  stageName: string;
  stored: LoggingDraft;
  routeKeys: string[];
  editable: boolean;
}) {
  const { apiId, stageName, stored, editable } = props;
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState(stored);
  const action = useAction(saveExecutionLog);
  const changed = JSON.stringify(draft) !== JSON.stringify(stored);
  useUnsavedGuard(changed);
  useSaveShortcut(() => form.current?.requestSubmit(), changed);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await action.run({ apiId, stageName, ...draft }))) return;
    toast('Execution log saved');
    router.refresh();
  };
  return (
    <Section
      title="Execution log"
      description="What the gateway did with each connect, message and disconnect, step by step; calls of @connections count as every route. Errors: what the gateway itself refused or could not carry out. Info: all."
    >
      <form ref={form} onSubmit={(event) => void submit(event)} className="grid max-w-2xl gap-2">
        <FormError>{action.rest}</FormError>
        <LoggingFields
          draft={draft}
          onChange={setDraft}
          part="route"
          keys={props.routeKeys}
          editable={editable}
        />
        {editable && (
          <Button type="submit" disabled={!changed} busy={action.pending} className="justify-self-start">
            Save execution log
          </Button>
        )}
      </form>
    </Section>
  );
}
