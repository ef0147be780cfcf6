'use client';

import { signIn } from 'next-auth/react';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { FormError } from '@/components/ui/FormError';
import { Input } from '@/components/ui/Input';
import { type Provider, ProviderButtons } from './ProviderButtons';
import { signInError } from './signInError';

/** E-mail and password, and a button for each identity provider that is configured. */
export function SignInForm({
  returnTo,
  providers,
  error,
}: {
  returnTo: string;
  providers: Provider[];
  error?: string;
}) {
  const [failed, setFailed] = useState(error);
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setBusy(true);
    const form = new FormData(event.currentTarget);
    const answer = await signIn('credentials', {
      redirect: false,
      email: form.get('email'),
      password: form.get('password'),
    });
    if (answer?.ok) return window.location.assign(returnTo);
    setFailed(answer?.error ?? 'ServiceUnavailableException');
    setBusy(false);
  }

  return (
    <>
      <form onSubmit={submit} className="space-y-4">
        <FormError>{failed && signInError(failed)}</FormError>
        <Field label="E-mail">
          <Input name="email" type="email" autoComplete="username" required autoFocus />
        </Field>
        <Field label="Password">
          <Input name="password" type="password" autoComplete="current-password" required />
        </Field>
        <Button type="submit" variant="primary" className="w-full" busy={busy}>
          Sign in
        </Button>
      </form>
      <ProviderButtons providers={providers} returnTo={returnTo} />
    </>
  );
}
