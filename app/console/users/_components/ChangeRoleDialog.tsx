'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { FormError } from '@/components/ui/FormError';
import { toast, undoToast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import type { Role, User } from '@/lib/model/role';
import { updateUser } from '../actions';
import { RoleField } from './RoleField';
import { roleWords } from './roleWords';

const fields = ['role'] as const;

/** The operation refuses to demote the last administrator, and says so here. */
export function ChangeRoleDialog({ user, own, onClose }: { user: User; own: boolean; onClose: () => void }) {
  const [role, setRole] = useState<Role>(user.role);
  const action = useAction(updateUser, { fields });
  const back = useAction(updateUser, { announce: true });
  const save = async () => {
    const saved = await action.run({ userId: user.id, role });
    if (!saved) return;
    onClose();
    const message = `${saved.email} has the role ${roleWords[saved.role].label.toLowerCase()}`;
    if (own) toast(message);
    else undoToast(message, () => void back.run({ userId: user.id, role: user.role }));
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Role of ${user.email}`}
      footer={
        <Button
          variant="primary"
          disabled={role === user.role}
          busy={action.pending}
          onClick={() => void save()}
        >
          Change role
        </Button>
      }
    >
      <div className="grid gap-4">
        <FormError>{action.rest}</FormError>
        <RoleField value={role} onChange={setRole} error={action.errorOf('role')} />
        <p className="text-muted">
          {own
            ? 'This is your own account: with another role you lose this page at once.'
            : 'Their sessions end; they sign in again with the new role.'}
        </p>
      </div>
    </Dialog>
  );
}
