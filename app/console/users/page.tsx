import type { Metadata } from 'next';
import { requireConsole } from '@/app/currentActor';
import { Notice } from '@/components/ui/Notice';
import { PageHeader } from '@/components/ui/PageHeader';
import { control } from '@/lib/runtime/slot';
import { isAdministrator } from '../canEdit';
import { AddUserButton } from './_components/AddUserButton';
import { UserTable } from './_components/UserTable';

export const metadata: Metadata = { title: 'Users' };

export default async function UsersPage() {
  const actor = await requireConsole();
  if (!isAdministrator(actor)) {
    return (
      <Notice kind="denied" title="Users are for administrators">
        An administrator can change your role.
      </Notice>
    );
  }
  const users = await control().users.list(actor);
  return (
    <div className="grid gap-4 p-5">
      <PageHeader
        title="Users"
        description="Who may use the console, and the portal's developers."
        actions={<AddUserButton />}
      />
      <UserTable users={users} ownId={actor.kind === 'user' ? actor.userId : ''} />
    </div>
  );
}
