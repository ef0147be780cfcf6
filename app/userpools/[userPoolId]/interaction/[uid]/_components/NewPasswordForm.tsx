'use client';

import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { FormError } from '@/components/ui/FormError';
import { Input } from '@/components/ui/Input';
import { useAction } from '@/components/ui/useAction';
import { completeNewPassword } from '../actions';
import type { SignInPlace } from '../describeSignIn';
import { formText } from './formText';
import { useGoOn } from './useGoOn';

const fields = ['password'] as const;

/** After the first sign-in with a password that somebody else chose, and so knows. */
export function NewPasswordForm(props: {
  place: SignInPlace;
  first: { username: string; password: string };
  passwordMinimumLength: number;
}) {
  const action = useAction(completeNewPassword, { fields });
  const { leaving, goOn } = useGoOn();
  const [differ, setDiffer] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const newPassword = formText(form, 'newPassword');
    const same = newPassword === formText(form, 'again');
    setDiffer(!same);
    if (!same) return;
    const outcome = await action.run({ ...props.place, ...props.first, newPassword });
    if (outcome) goOn(outcome);
  }

  return (
    <form method="post" onSubmit={submit} className="space-y-4">
      <p>Choose a password of your own: the one that you were given is known to whoever made it.</p>
      <FormError>{action.rest}</FormError>
      <Field
        label="New password"
        help={`At least ${props.passwordMinimumLength} characters.`}
        error={action.errorOf('password')}
      >
        <Input name="newPassword" type="password" autoComplete="new-password" required autoFocus />
      </Field>
      <Field label="New password again" error={differ ? 'The two passwords differ.' : undefined}>
        <Input name="again" type="password" autoComplete="new-password" required />
      </Field>
      <Button type="submit" variant="primary" className="w-full" busy={action.pending || leaving}>
        Set password and sign in
      </Button>
    </form>
  );
}
