import type { Metadata } from 'next';
import { requireConsole } from '@/app/currentActor';
import { control } from '@/lib/runtime/slot';
import { isAdministrator } from '../canEdit';
import { CreateIamUserButton } from './_components/CreateIamUserButton';
import { Denied } from './_components/Denied';
import { IamUserTable } from './_components/IamUserTable';
import { IdentityHeader } from './_components/IdentityHeader';

export const metadata: Metadata = { title: 'Identity' };

export default async function IamUsersPage() {
  const actor = await requireConsole();
  if (!isAdministrator(actor)) return <Denied />;
  const users = await control().identity.users(actor);
  return (
    <div className="grid gap-4 p-5">
      <IdentityHeader
        description="IAM users sign calls with access keys; policies say what they may call."
        actions={users.length > 0 && <CreateIamUserButton />}
      />
      <IamUserTable users={users} />
    </div>
  );
}
