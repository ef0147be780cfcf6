'use client';

import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { FormError } from '@/components/ui/FormError';
import { Input } from '@/components/ui/Input';
import { toast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import type { Role } from '@/lib/model/role';
import { createUser } from '../actions';
import { RoleField } from './RoleField';

const fields = ['email', 'name', 'password', 'role'] as const;

/** An account with a first password, which its owner changes under Account in the portal. */
export function AddUserForm({ onMade }: { onMade: () => void }) {
  const [role, setRole] = useState<Role>('viewer');
  const action = useAction(createUser, { fields });
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? '');
    const input = { email: text('email').trim(), name: text('name'), password: text('password'), role };
    const made = await action.run(input);
    if (!made) return;
    toast(`${made.email} can sign in`);
    onMade();
  }
  return (
    <form onSubmit={submit} className="grid gap-4" noValidate>
      <FormError>{action.rest}</FormError>
      <Field label="E-mail" required error={action.errorOf('email')}>
        <Input name="email" type="email" />
      </Field>
      <Field label="Name" required error={action.errorOf('name')}>
        <Input name="name" />
      </Field>
      <Field
        label="First password"
        required
        help="At least 12 characters. Hand it over yourself; it is changed under Account in the portal."
        error={action.errorOf('password')}
      >
        <Input name="password" type="password" autoComplete="new-password" />
      </Field>
      <RoleField value={role} onChange={setRole} error={action.errorOf('role')} />
      <Button type="submit" variant="primary" busy={action.pending} className="justify-self-start">
        Add user
      </Button>
    </form>
  );
}
