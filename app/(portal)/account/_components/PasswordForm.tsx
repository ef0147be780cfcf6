'use client';

import { signOut } from 'next-auth/react';
import type { FormEvent } from 'react';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { FormError } from '@/components/ui/FormError';
import { Input } from '@/components/ui/Input';
import { useAction } from '@/components/ui/useAction';
import { changePassword } from '../actions';

const fields = ['current', 'next'] as const;

/** A new password ends every session, this one too: sign in again with it. */
export function PasswordForm() {
  const action = useAction(changePassword, { fields });
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const input = { current: String(form.get('current')), next: String(form.get('next')) };
    if (await action.run(input)) await signOut({ callbackUrl: '/sign-in' });
  }
  return (
    <form onSubmit={submit} className="space-y-4">
      <h2 className="font-semibold text-xl">Change password</h2>
      <FormError>{action.rest}</FormError>
      <Field label="Current password" required error={action.errorOf('current')}>
        <Input name="current" type="password" autoComplete="current-password" />
      </Field>
      <Field
        label="New password"
        required
        help="At least 12 characters. You sign in again afterwards."
        error={action.errorOf('next')}
      >
        <Input name="next" type="password" autoComplete="new-password" />
      </Field>
      <Button type="submit" variant="primary" busy={action.pending}>
        Change password
      </Button>
    </form>
  );
}
