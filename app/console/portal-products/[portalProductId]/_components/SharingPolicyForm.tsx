'use client';

import { useState } from 'react';
import { fieldErrorLines } from '@/components/console/drafts/DraftForm';
import { PolicyEditor } from '@/components/console/policy/PolicyEditor';
import { prettyJson } from '@/components/console/prettyJson';
import { Button } from '@/components/ui/Button';
import { FormError } from '@/components/ui/FormError';
import { jsonProblem } from '@/components/ui/jsonProblem';
import { toast, undoToast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import { useSaveShortcut } from '@/components/ui/useSaveShortcut';
import { useUnsavedGuard } from '@/components/ui/useUnsavedGuard';
import { deleteSharingPolicy, putSharingPolicy } from '../../actions';
import { sharingTemplates } from './sharingTemplates';

const fields = ['policyDocument'];

/** AWS's tools send a policy as one line. */
const readable = (policy: string) => (policy === '' || jsonProblem(policy) ? policy : prettyJson(policy));

/** The text of the policy, its template, and what is refused of it at the line that is at fault. */
export function SharingPolicyForm(props: {
  portalProductId: string;
  policy?: string;
  editable: boolean;
  onRemoved: () => void;
}) {
  const { portalProductId, editable } = props;
  const policy = readable(props.policy ?? '');
  const [text, setText] = useState(policy);
  const put = useAction(putSharingPolicy, { fields });
  const removal = useAction(deleteSharingPolicy, { announce: true });
  const restore = useAction(putSharingPolicy, { announce: true });
  const dirty = text !== policy;
  useUnsavedGuard(dirty && !put.pending);
  const savable = editable && dirty && text.trim() !== '' && !jsonProblem(text);
  const save = async () => {
    if (!savable || put.pending) return;
    if (await put.run({ portalProductId, policyDocument: text })) toast('Sharing policy saved');
  };
  const remove = async () => {
    if (!(await removal.run({ portalProductId }))) return;
    props.onRemoved();
    undoToast('Sharing policy removed', () => void restore.run({ portalProductId, policyDocument: policy }));
  };
  const discard = () => {
    setText(policy);
    put.reset();
    if (policy === '') props.onRemoved();
  };
  useSaveShortcut(() => void save(), editable);
  const message = put.errorOf('policyDocument');
  const [line] = fieldErrorLines(put.error, 'policyDocument');
  return (
    <div className="grid min-w-0 gap-4">
      <FormError>{put.rest}</FormError>
      <PolicyEditor
        label="Sharing policy"
        value={text}
        templates={sharingTemplates(portalProductId)}
        error={message === undefined ? undefined : { message, line }}
        help="Ctrl-S saves."
        height="clamp(280px, calc(100dvh - 460px), 560px)"
        readOnly={!editable}
        onChange={(next) => {
          setText(next);
          put.reset();
        }}
      />
      {editable && (
        <div className="flex flex-wrap gap-2">
          <Button
            variant="primary"
            busy={put.pending}
            disabled={!savable}
            onClick={() => void save()}
            aria-keyshortcuts="Control+S"
          >
            Save policy
          </Button>
          {(dirty || policy === '') && (
            <Button onClick={discard}>{dirty ? 'Discard changes' : 'Cancel'}</Button>
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
