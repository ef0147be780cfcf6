'use client';

import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { FormError } from '@/components/ui/FormError';
import { Input } from '@/components/ui/Input';
import { useAction } from '@/components/ui/useAction';
import { signIn } from '../actions';
import type { SignInPlace } from '../describeSignIn';
import { formText } from './formText';
import { NewPasswordForm } from './NewPasswordForm';
import { useGoOn } from './useGoOn';

export function SignInForm(props: { place: SignInPlace; username: string; passwordMinimumLength: number }) {
  const action = useAction(signIn);
  const { leaving, goOn } = useGoOn();
  const [first, setFirst] = useState<{ username: string; password: string } | null>(null);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const typed = { username: formText(form, 'username'), password: formText(form, 'password') };
    const outcome = await action.run({ ...props.place, ...typed });
    if (outcome && !goOn(outcome)) setFirst(typed);
  }

  if (first)
    return (
      <NewPasswordForm
        place={props.place}
        first={first}
        passwordMinimumLength={props.passwordMinimumLength}
      />
    );
  return (
    // By POST, should its script not run: what is typed never stands in an address.
    <form method="post" onSubmit={submit} className="space-y-4">
      <FormError>{action.rest}</FormError>
      <Field label="User name">
        <Input
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          defaultValue={props.username}
          required
          autoFocus
        />
      </Field>
      <Field label="Password">
        <Input name="password" type="password" autoComplete="current-password" required />
      </Field>
      <Button type="submit" variant="primary" className="w-full" busy={action.pending || leaving}>
        Sign in
      </Button>
    </form>
  );
}
