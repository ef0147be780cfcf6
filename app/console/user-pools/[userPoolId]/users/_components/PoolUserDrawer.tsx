'use client';

import { useState } from 'react';
import { Badge } from '@/components/ui/Badge';
import { Button } from '@/components/ui/Button';
import { CopyButton } from '@/components/ui/CopyButton';
import { Drawer } from '@/components/ui/Drawer';
import { FormError } from '@/components/ui/FormError';
import { KeyValueEditor } from '@/components/ui/KeyValueEditor';
import { Section } from '@/components/ui/Section';
import { toast } from '@/components/ui/Toaster';
import { faultText, useAction } from '@/components/ui/useAction';
import { useSaveShortcut } from '@/components/ui/useSaveShortcut';
import { useUnsavedGuard } from '@/components/ui/useUnsavedGuard';
import type { PoolUser } from '@/lib/model/userPool';
import { updatePoolUser } from '../actions';
import { GroupBoxes } from './GroupBoxes';
import { changesOf, userDraftOf } from './poolUserDraft';
import { stateOf } from './stateOf';

/** One user: what the tokens say of them. */
export function PoolUserDrawer(props: {
  userPoolId: string;
  user: PoolUser;
  groups: string[];
  editable: boolean;
  onClose: () => void;
}) {
  const { userPoolId, user, editable } = props;
  const action = useAction(updatePoolUser);
  const [base, setBase] = useState(() => userDraftOf(user));
  const [draft, setDraft] = useState(base);
  const changes = changesOf(base, draft);
  const dirty = Object.keys(changes).length > 0;
  useUnsavedGuard(dirty && !action.pending);
  const save = async () => {
    if (!dirty) return;
    const saved = await action.run({ userPoolId, userId: user.id, ...changes });
    if (!saved) return;
    setBase(userDraftOf(saved));
    setDraft(userDraftOf(saved));
    toast(`${saved.username} saved`);
  };
  useSaveShortcut(() => void save(), editable);
  return (
    <Drawer
      open
      onOpenChange={props.onClose}
      title={user.username}
      description={user.email}
      footer={
        editable && (
          <Button variant="primary" disabled={!dirty} busy={action.pending} onClick={() => void save()}>
            Save user
          </Button>
        )
      }
    >
      <div className="grid gap-5">
        <FormError>{action.error ? faultText(action.error) : undefined}</FormError>
        <Badge className="justify-self-start" tone={stateOf(user).tone}>
          {stateOf(user).word}
        </Badge>
        <Section title="Groups" description="The claim cognito:groups of the user's tokens.">
          <GroupBoxes
            groups={props.groups}
            value={draft.groups}
            disabled={!editable}
            onChange={(groups) => setDraft((now) => ({ ...now, groups }))}
          />
        </Section>
        <Section
          title="Attributes"
          description="Standard claims such as name, and your own as custom:department. The id token carries them."
        >
          <KeyValueEditor
            what="Attribute"
            value={draft.attributes}
            readOnly={!editable}
            onChange={(attributes) => setDraft((now) => ({ ...now, attributes }))}
          />
        </Section>
        <Section title="sub" description="Who they are in every token, whatever their name becomes.">
          <CopyButton value={user.id} what="sub" showValue className="-ml-1 justify-self-start" />
        </Section>
      </div>
    </Drawer>
  );
}
