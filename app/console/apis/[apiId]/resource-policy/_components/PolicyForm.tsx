'use client';

import { useState } from 'react';
import { fieldErrorLines } from '@/components/console/drafts/DraftForm';
import type { PolicyTemplate } from '@/components/console/policy/insertTemplate';
import { PolicyEditor } from '@/components/console/policy/PolicyEditor';
import { Button } from '@/components/ui/Button';
import { FormError } from '@/components/ui/FormError';
import { jsonProblem } from '@/components/ui/jsonProblem';
import { toast, undoToast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import { useSaveShortcut } from '@/components/ui/useSaveShortcut';
import { useUnsavedGuard } from '@/components/ui/useUnsavedGuard';
import { updateRestApi } from '../../../actions';

const fields = ['policy'];
const notDeployed = 'it takes effect with the next deployment';

/** The text of the policy, its templates, and what the engine refuses of it at the line that is at fault. */
export function PolicyForm(props: {
  restApiId: string;
  policy?: string;
  editable: boolean;
  templates: PolicyTemplate[];
  onRemoved: () => void;
}) {
  const { restApiId, policy = '', editable } = props;
  const [text, setText] = useState(policy);
  const action = useAction(updateRestApi, { fields });
  const removal = useAction(updateRestApi, { announce: true });
  const dirty = text !== policy;
  useUnsavedGuard(dirty && !action.pending);
  const savable = editable && dirty && text.trim() !== '' && !jsonProblem(text);
  const save = async () => {
    if (!savable || action.pending) return;
    // The operation trims: what it says of lines holds for the text without its empty ends.
    const sent = text.trim();
    setText(sent);
    if (await action.run({ restApiId, policy: sent })) toast(`Resource policy saved; ${notDeployed}`);
  };
  const remove = async () => {
    if (!(await removal.run({ restApiId, policy: '' }))) return;
    props.onRemoved();
    undoToast(`Resource policy removed; ${notDeployed}`, () => void removal.run({ restApiId, policy }));
  };
  useSaveShortcut(() => void save(), editable);
  const message = action.errorOf('policy');
  const [line] = fieldErrorLines(action.error, 'policy');
  return (
    <div className="grid min-w-0 gap-4">
      <FormError>{action.rest}</FormError>
      <PolicyEditor
        label="Resource policy"
        value={text}
        templates={props.templates}
        error={message === undefined ? undefined : { message, line }}
        help="At most 8,192 characters. Ctrl-S saves."
        height="clamp(280px, calc(100dvh - 460px), 560px)"
        readOnly={!editable}
        onChange={(next) => {
          setText(next);
          action.reset();
        }}
      />
      {editable && (
        <div className="flex flex-wrap gap-2">
          <Button
            variant="primary"
            busy={action.pending}
            disabled={!savable}
            onClick={() => void save()}
            aria-keyshortcuts="Control+S"
          >
            Save policy
          </Button>
          {dirty && (
            <Button
              onClick={() => {
                setText(policy);
                action.reset();
                if (policy === '') props.onRemoved();
              }}
            >
              Discard changes
            </Button>
          )}
          {policy !== '' && (
            <Button variant="danger" busy={removal.pending} className="ml-auto" onClick={() => void remove()}>
              Remove policy
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
