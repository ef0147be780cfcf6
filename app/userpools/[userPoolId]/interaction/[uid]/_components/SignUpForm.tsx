'use client';

import type { FormEvent } from 'react';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { FormError } from '@/components/ui/FormError';
import { Input } from '@/components/ui/Input';
import { useAction } from '@/components/ui/useAction';
import { signUp } from '../actions';
import type { SignInPlace } from '../describeSignIn';
import { formText } from './formText';
import { useGoOn } from './useGoOn';

const fields = ['username', 'email', 'password'] as const;

export function SignUpForm(props: { place: SignInPlace; passwordMinimumLength: number }) {
  const action = useAction(signUp, { fields });
  const { leaving, goOn } = useGoOn();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const outcome = await action.run({
      ...props.place,
      username: formText(form, 'username'),
      email: formText(form, 'email'),
      password: formText(form, 'password'),
    });
    if (outcome) goOn(outcome);
  }

  return (
    <form method="post" onSubmit={submit} className="space-y-4">
      <FormError>{action.rest}</FormError>
      <Field label="User name" error={action.errorOf('username')}>
        <Input
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          autoFocus
        />
      </Field>
      <Field label="E-mail" error={action.errorOf('email')}>
        <Input name="email" type="email" autoComplete="email" required />
      </Field>
      <Field
        label="Password"
        help={`At least ${props.passwordMinimumLength} characters.`}
        error={action.errorOf('password')}
      >
        <Input name="password" type="password" autoComplete="new-password" required />
      </Field>
      <Button type="submit" variant="primary" className="w-full" busy={action.pending || leaving}>
        Sign up
      </Button>
    </form>
  );
}
