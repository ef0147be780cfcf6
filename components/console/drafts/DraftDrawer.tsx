'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import { Button } from '@/components/ui/Button';
import { DiscardDialog } from '@/components/ui/DiscardDialog';
import { Drawer } from '@/components/ui/Drawer';
import { FormError } from '@/components/ui/FormError';
import { SegmentedControl } from '@/components/ui/SegmentedControl';
import type { ActionFault } from '@/components/ui/useAction';
import { useSaveShortcut } from '@/components/ui/useSaveShortcut';
import { useUnsavedGuard } from '@/components/ui/useUnsavedGuard';
import { type DraftForm, fieldError, fieldErrorLines, otherErrors } from './DraftForm';
import { JsonDraft } from './JsonDraft';
import { useDraft } from './useDraft';

interface DraftDrawerProps<Value> {
  title: string;
  description: ReactNode;
  initial: Value;
  shape: z.ZodType<Value>;
  /** resolves to true when all was saved; then the drawer closes */
  save: (value: Value) => Promise<boolean>;
  pending: boolean;
  error: ActionFault | null;
  onClose: () => void;
  editable: boolean;
  /** fields whose errors the form shows at their place */
  shows: (value: Value) => (field: string) => boolean;
  /** further buttons at the left of the footer */
  actions?: ReactNode;
  children: (form: DraftForm<Value>) => ReactNode;
}

const modes = [
  { value: 'form', label: 'Form' },
  { value: 'json', label: 'JSON' },
] as const;

/** A drawer that edits one value as form or as JSON: save (Ctrl-S), and a question before edits are lost. */
export function DraftDrawer<Value>(props: DraftDrawerProps<Value>) {
  const { title, pending, error, editable, onClose } = props;
  const draft = useDraft(props.initial, props.shape);
  const [leaving, setLeaving] = useState(false);
  const [saved, setSaved] = useState(false);
  const mode = draft.text === null ? 'form' : 'json';
  const leave = () => (draft.dirty ? setLeaving(true) : onClose());
  const save = async () => {
    if (!editable || pending || saved || draft.problem) return;
    if (await props.save(draft.value)) setSaved(true);
  };
  // Pending ends with the page's new data: opened again at once, the drawer must not show what was there before.
  useEffect(() => {
    if (saved && !pending) onClose();
  }, [saved, pending, onClose]);
  const body = useErrorInView(error);
  useSaveShortcut(save);
  useUnsavedGuard(draft.dirty);

  return (
    <Drawer
      open
      onOpenChange={(open) => open || leave()}
      title={title}
      description={props.description}
      footer={
        editable && (
          <>
            {props.actions && <div className="mr-auto flex flex-wrap gap-2">{props.actions}</div>}
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
        what={`the ${title.charAt(0).toLowerCase()}${title.slice(1)}`}
        onKeep={() => setLeaving(false)}
        onDiscard={onClose}
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
