'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import { Button } from '@/components/ui/Button';
import { DiscardDialog } from '@/components/ui/DiscardDialog';
import { Drawer } from '@/components/ui/Drawer';
import { FormError } from '@/components/ui/FormError';
import { toast } from '@/components/ui/Toaster';
import { type ActionResult, useAction } from '@/components/ui/useAction';
import { useSaveShortcut } from '@/components/ui/useSaveShortcut';
import { useUnsavedGuard } from '@/components/ui/useUnsavedGuard';
import type { Method } from '@/lib/model/method';
import type { Resource } from '@/lib/model/restApi';
import { type Box, boxTitles } from '../diagram/boxes';
import { SegmentedControl } from '../SegmentedControl';
import { usePlace } from '../usePlace';
import { useWorkspace } from '../Workspace';
import { type BoxForm, fieldError, fieldErrorLines, otherErrors } from './BoxForm';
import { JsonDraft } from './JsonDraft';
import { useDraft } from './useDraft';

interface MethodKey {
  restApiId: string;
  resourceId: string;
  httpMethod: string;
}

interface BoxDrawerProps<Value> {
  box: Box;
  resource: Resource;
  method: Method;
  initial: Value;
  shape: z.ZodType<Value>;
  action: (input: MethodKey & { value: Value }) => Promise<ActionResult<unknown>>;
  /** fields whose errors the form shows at their place */
  shows: (value: Value) => (field: string) => boolean;
  children: (form: BoxForm<Value>) => ReactNode;
}

const modes = [
  { value: 'form', label: 'Form' },
  { value: 'json', label: 'JSON' },
] as const;

/** The frame of every box's drawer: form or JSON of one value, save (Ctrl-S), and a question before edits are lost. */
export function BoxDrawer<Value>(props: BoxDrawerProps<Value>) {
  const { box, resource, method } = props;
  const { restApiId, editable } = useWorkspace();
  const { go } = usePlace();
  const draft = useDraft(props.initial, props.shape);
  const { run, pending, error } = useAction(props.action);
  const [leaving, setLeaving] = useState(false);
  const mode = draft.text === null ? 'form' : 'json';
  const close = () => go({ drawer: null }, 'replace');
  const leave = () => (draft.dirty ? setLeaving(true) : close());
  const save = async () => {
    if (!editable || pending || draft.problem) return;
    const { httpMethod } = method;
    if (!(await run({ restApiId, resourceId: resource.id, httpMethod, value: draft.value }))) return;
    toast.success(`${boxTitles[box]} of ${httpMethod} ${resource.path} saved`);
    close();
  };
  const body = useErrorInView(error);
  useSaveShortcut(save);
  useUnsavedGuard(draft.dirty);

  return (
    <Drawer
      open
      onOpenChange={(open) => open || leave()}
      title={boxTitles[box]}
      description={
        <span className="font-mono text-small">
          {method.httpMethod} {resource.path}
        </span>
      }
      footer={
        editable && (
          <>
            <Button onClick={leave}>Cancel</Button>
            <Button
              variant="primary"
              busy={pending}
              disabled={!draft.dirty || draft.problem !== undefined}
              onClick={save}
              aria-keyshortcuts="Control+S"
            >
              Save
            </Button>
          </>
        )
      }
    >
      <div ref={body} className="space-y-4">
        <SegmentedControl
          takesFocus
          label="Edit as"
          options={modes}
          value={mode}
          onChange={(next) => (next === 'json' ? draft.showJson() : draft.showForm())}
        />
        <FormError>{otherErrors(error, mode === 'json' ? () => false : props.shows(draft.value))}</FormError>
        {draft.text === null ? (
          props.children({
            value: draft.value,
            set: draft.set,
            errorOf: (field) => fieldError(error, field),
            errorLinesOf: (field) => fieldErrorLines(error, field),
            readOnly: !editable,
          })
        ) : (
          <JsonDraft
            text={draft.text}
            onChange={draft.editText}
            problem={draft.problem}
            readOnly={!editable}
          />
        )}
      </div>
      <DiscardDialog
        open={leaving}
        what={`the ${boxTitles[box].toLowerCase()}`}
        onKeep={() => setLeaving(false)}
        onDiscard={close}
      />
    </Drawer>
  );
}

/** A refusal whose words are further down is brought into view. */
function useErrorInView(error: unknown) {
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (error) body.current?.querySelector('[role=alert]')?.scrollIntoView({ block: 'center' });
  }, [error]);
  return body;
}
