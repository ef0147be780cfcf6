'use client';

import { useState } from 'react';
import { Field } from '@/components/ui/Field';
import { FormDialog } from '@/components/ui/FormDialog';
import { Input } from '@/components/ui/Input';
import { toast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import type { UserPool } from '@/lib/model/userPool';
import { createPoolUser } from '../actions';
import { GroupBoxes } from './GroupBoxes';
import { PermanentField } from './PermanentField';

const fields = ['username', 'email', 'password'] as const;

/** An account that needs no confirmation; its password is a first one, unless it is meant to stay. */
export function AddPoolUserDialog(props: { pool: UserPool; groups: string[]; onClose: () => void }) {
  const { pool, onClose } = props;
  const action = useAction(createPoolUser, { fields });
  const [draft, setDraft] = useState({ username: '', email: '', password: '', permanent: false });
  const [groups, setGroups] = useState<string[]>([]);
  const set = (change: Partial<typeof draft>) => setDraft((now) => ({ ...now, ...change }));
  const save = async () => {
    const made = await action.run({ userPoolId: pool.id, ...draft, groups });
    if (!made) return;
    toast(`${made.username} added`);
    onClose();
  };
  return (
    <FormDialog
      title="Add user"
      submit="Add user"
      busy={action.pending}
      error={action.rest}
      onClose={onClose}
      onSubmit={save}
    >
      <Field label="User name" required error={action.errorOf('username')}>
        <Input
          value={draft.username}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => set({ username: event.target.value })}
        />
      </Field>
      <Field label="E-mail" required error={action.errorOf('email')}>
        <Input type="email" value={draft.email} onChange={(event) => set({ email: event.target.value })} />
      </Field>
      <Field
        label="Password"
        required
        help={`At least ${pool.passwordMinimumLength} characters. Hand it over yourself.`}
        error={action.errorOf('password')}
      >
        <Input
          type="password"
          autoComplete="new-password"
          value={draft.password}
          onChange={(event) => set({ password: event.target.value })}
        />
      </Field>
      <PermanentField value={draft.permanent} onChange={(permanent) => set({ permanent })} />
      {props.groups.length > 0 && (
        <fieldset className="grid gap-1">
          <legend className="font-medium">Groups</legend>
          <GroupBoxes groups={props.groups} value={groups} onChange={setGroups} />
        </fieldset>
      )}
    </FormDialog>
  );
}
