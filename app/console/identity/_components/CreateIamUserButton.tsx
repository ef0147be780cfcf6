'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { FormDialog } from '@/components/ui/FormDialog';
import { Input } from '@/components/ui/Input';
import { useAction } from '@/components/ui/useAction';
import { useUrlState } from '@/components/ui/useUrlState';
import { createIamUser } from '../actions';
import { identityHref } from './identityHref';

/** `?create=1` opens the dialog too. The new user's page is where its keys and policies are made. */
export function CreateIamUserButton() {
  const [create, setCreate] = useUrlState('create');
  return (
    <>
      <Button variant="primary" onClick={() => setCreate('1')}>
        Create IAM user
      </Button>
      {create === '1' && <CreateDialog onClose={() => setCreate('')} />}
    </>
  );
}

const fields = ['userName'] as const;

function CreateDialog({ onClose }: { onClose: () => void }) {
  const router = useRouter();
  const [userName, setUserName] = useState('');
  const action = useAction(createIamUser, { fields });
  const submit = async () => {
    const made = await action.run({ userName: userName.trim() });
    if (made) router.push(identityHref.user(made.userName));
  };
  return (
    <FormDialog
      title="Create IAM user"
      submit="Create user"
      busy={action.pending}
      error={action.rest}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <Field
        label="Name"
        required
        help="1 to 64 letters, digits and +=,.@_- It stays."
        error={action.errorOf('userName')}
      >
        <Input
          autoFocus
          mono
          spellCheck={false}
          value={userName}
          onChange={(event) => setUserName(event.target.value)}
        />
      </Field>
    </FormDialog>
  );
}
