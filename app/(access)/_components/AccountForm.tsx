'use client';

import { signIn } from 'next-auth/react';
import { type FormEvent, useState } from 'react';
import type { ActionResult } from '@/app/action';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { FormError } from '@/components/ui/FormError';
import { Input } from '@/components/ui/Input';
import { useAction } from '@/components/ui/useAction';

export interface NewAccount {
  email: string;
  name: string;
  password: string;
}

const fields = ['name', 'email', 'password'] as const;

/** Makes an account by `create`, then signs it in and goes to `returnTo`. */
export function AccountForm(props: {
  create: (account: NewAccount) => Promise<ActionResult<{ email: string }>>;
  returnTo: string;
  submitLabel: string;
}) {
  const action = useAction(props.create, { fields });
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setBusy(true);
    const form = new FormData(event.currentTarget);
    const account = {
      email: text(form, 'email'),
      name: text(form, 'name'),
      password: text(form, 'password'),
    };
    if (!(await action.run(account))) return setBusy(false);
    const answer = await signIn('credentials', {
      redirect: false,
      email: account.email,
      password: account.password,
    });
    window.location.assign(answer?.ok ? props.returnTo : '/sign-in');
  }

  return (
    <form onSubmit={submit} className="space-y-4">
      <FormError>{action.rest}</FormError>
      <Field label="Name" error={action.errorOf('name')}>
        <Input name="name" autoComplete="name" required autoFocus />
      </Field>
      <Field label="E-mail" error={action.errorOf('email')}>
        <Input name="email" type="email" autoComplete="username" required />
      </Field>
      <Field label="Password" help="At least 12 characters." error={action.errorOf('password')}>
        <Input name="password" type="password" autoComplete="new-password" required />
      </Field>
      <Button type="submit" variant="primary" className="w-full" busy={action.pending || busy}>
        {props.submitLabel}
      </Button>
    </form>
  );
}

const text = (form: FormData, name: string) => String(form.get(name) ?? '');
