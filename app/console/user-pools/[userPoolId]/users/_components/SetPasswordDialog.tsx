'use client';

import { useState } from 'react';
import { Field } from '@/components/ui/Field';
import { FormDialog } from '@/components/ui/FormDialog';
import { Input } from '@/components/ui/Input';
import { toast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import type { PoolUser, UserPool } from '@/lib/model/userPool';
import { updatePoolUser } from '../actions';
import { PermanentField } from './PermanentField';

const fields = ['password'] as const;

/** For somebody who forgot theirs. */
export function SetPasswordDialog(props: { pool: UserPool; user: PoolUser; onClose: () => void }) {
  const { pool, user, onClose } = props;
  const action = useAction(updatePoolUser, { fields });
  const [password, setPassword] = useState('');
  const [permanent, setPermanent] = useState(false);
  const save = async () => {
    if (!(await action.run({ userPoolId: pool.id, userId: user.id, password, permanent }))) return;
    toast(`${user.username} has a new password`);
    onClose();
  };
  return (
    <FormDialog
      title={`Password of ${user.username}`}
      submit="Set password"
      busy={action.pending}
      error={action.rest}
      onClose={onClose}
      onSubmit={save}
    >
      <Field
        label="New password"
        required
        help={`At least ${pool.passwordMinimumLength} characters. They are signed out everywhere; hand it over yourself.`}
        error={action.errorOf('password')}
      >
        <Input
          type="password"
          autoComplete="new-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </Field>
      <PermanentField value={permanent} onChange={setPermanent} />
    </FormDialog>
  );
}
