'use client';

import type { FormEvent } from 'react';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { Field } from '@/components/ui/Field';
import { FormError } from '@/components/ui/FormError';
import { Input } from '@/components/ui/Input';
import { toast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import type { User } from '@/lib/model/role';
import { updateUser } from '../actions';

const fields = ['password'] as const;

/** For somebody who forgot theirs. */
export function SetPasswordDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const action = useAction(updateUser, { fields });
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get('password') ?? '');
    if (!(await action.run({ userId: user.id, password }))) return;
    toast(`${user.email} has a new password`);
    onClose();
  }
  return (
    <Dialog open onOpenChange={onClose} title={`Password of ${user.email}`}>
      <form onSubmit={submit} className="grid gap-4" noValidate>
        <FormError>{action.rest}</FormError>
        <Field
          label="New password"
          required
          help="At least 12 characters. Their sessions end; hand it over yourself."
          error={action.errorOf('password')}
        >
          <Input name="password" type="password" autoComplete="new-password" />
        </Field>
        <Button type="submit" variant="primary" busy={action.pending} className="justify-self-start">
          Set password
        </Button>
      </form>
    </Dialog>
  );
}
